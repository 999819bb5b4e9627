namespace GlobeEcho.Site.Health;

/// <param name="Status">"ok", "starting" before the first edition, or "failing" when the archive cannot be read.</param>
/// <param name="Stories">In the newest edition.</param>
/// <param name="Edition">When it was made up, UTC.</param>
public sealed record HealthReport(string Status, int Stories, DateTimeOffset? Edition);
