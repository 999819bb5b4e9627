namespace GlobeEcho.Site.BriefingPage;

/// <summary>An edition to take away, and what a reader can do beside reading it.</summary>
/// <param name="Edition">Null when there was none; the page says so.</param>
/// <param name="Slot">What was asked for; null for the world in five minutes.</param>
/// <param name="Others">The other editions of the last days that the paper may have, newest first.</param>
/// <param name="Mail">How the last e-mail went, for the operator's eyes; null for everybody else, and where nothing is sent.</param>
public sealed record BriefingPageContent(
    BriefingContent? Edition, BriefingSlot? Slot, TimeZoneInfo Zone, IReadOnlyList<BriefingSlot> Others, IReadOnlyList<(string Id, string Words)> Zones, string? Mail = null)
{
    public string Title => Edition?.Name ?? (Slot is { } slot ? slot.Kind + " edition" : "The world in five minutes");
}
