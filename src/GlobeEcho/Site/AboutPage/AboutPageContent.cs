namespace GlobeEcho.Site.AboutPage;

/// <param name="Stories">In the newest edition.</param>
public sealed record AboutPageContent(DateTimeOffset? Made, int Stories, int Articles, int Feeds, int Publishers);
