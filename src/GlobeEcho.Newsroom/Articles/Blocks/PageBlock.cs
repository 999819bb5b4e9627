using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles.Blocks;

/// <summary>A run of text between two line breaks of a page, with what its characters alone say.</summary>
internal struct PageBlock
{
    /// <summary>In the page's text.</summary>
    public int Start;

    public int Length;

    /// <summary>The block element or table cell the text began in; -1 outside all.</summary>
    public int Node;

    public Tag Tag;

    /// <summary>What the inline elements say that the text began in.</summary>
    public Marks Inline;

    public int LinkLength;
    public int Links;
    public int BoldLength;
    public int ItalicLength;
    public int Pictures;

    /// <summary>Lines drawn across the page just before it.</summary>
    public int Rules;

    /// <summary>Follows the block before after a line break, inside the same element.</summary>
    public bool Continues;
}
