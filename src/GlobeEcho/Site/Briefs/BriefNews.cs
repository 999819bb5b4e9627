namespace GlobeEcho.Site.Briefs;

/// <summary>What came into a story since a reader looked last.</summary>
/// <param name="IsNew">All of it did.</param>
/// <param name="Sentences">Of its digest: those that rest on new tellings alone.</param>
public sealed record BriefNews(bool IsNew, int Tellings, int Sentences)
{
    public bool IsAny => Tellings > 0;
}
