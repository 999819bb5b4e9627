namespace GlobeEcho.Newsroom.Articles.Pages;

/// <summary>An element or a run of text; nodes stand in the order of the page.</summary>
internal struct PageNode
{
    public Tag Tag;

    /// <summary>The innermost open element, marks left aside; -1 at the top.</summary>
    public int Parent;

    /// <summary>The first node that is not inside this one any more.</summary>
    public int End;

    /// <summary>In the source: a text's characters, or an element's attributes.</summary>
    public int Start;

    public int Length;
}
