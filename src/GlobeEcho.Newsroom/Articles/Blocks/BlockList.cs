using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles.Blocks;

/// <summary>A page's blocks in order, over one text, and the marks of every node of its tree.</summary>
/// <param name="Own">What each node says of itself.</param>
/// <param name="Around">What each node and all it stands in say.</param>
/// <param name="Classes">A number for each node's name and class, alike where these are.</param>
internal sealed record BlockList(PageTree Tree, string Text, PageBlock[] Blocks, Marks[] Own, Marks[] Around, int[] Classes)
{
    public ReadOnlySpan<char> TextOf(int block) => Text.AsSpan(Blocks[block].Start, Blocks[block].Length);
}
