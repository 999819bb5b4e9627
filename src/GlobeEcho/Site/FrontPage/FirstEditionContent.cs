namespace GlobeEcho.Site.FrontPage;

/// <summary>How far the paper is on its way to its first edition.</summary>
public sealed record FirstEditionContent(int Feeds, int Answered, int Articles, int Waiting);
