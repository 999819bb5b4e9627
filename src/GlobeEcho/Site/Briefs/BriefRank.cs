namespace GlobeEcho.Site.Briefs;

/// <summary>How loudly a story is set.</summary>
public enum BriefRank
{
    Lead,
    Second,
    Third,
    Item,
    Line,
}
