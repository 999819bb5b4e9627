using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Articles.Pages;

/// <summary>
/// A page as one flat list of nodes over its source. Nothing is copied out of the source before it is asked for, and every walk is a
/// loop over the list, so no page can overflow the stack.
/// </summary>
internal sealed class PageTree(string source, PageNode[] nodes, int count)
{
    public string Source => source;

    public ReadOnlySpan<PageNode> Nodes => nodes.AsSpan(0, count);

    public int Count => count;

    public AttributeList Attributes(int node) =>
        nodes[node].Tag == Tag.Text ? default : new AttributeList(source.AsSpan(nodes[node].Start, nodes[node].Length));

    /// <summary>Null when the element has no such attribute; character references are resolved.</summary>
    public string? Attribute(int node, string name)
    {
        foreach (var attribute in Attributes(node))
        {
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return CharacterReferences.Resolve(attribute.Value);
        }

        return null;
    }

    /// <summary>A text node's characters as they stand in the source.</summary>
    public ReadOnlySpan<char> RawText(int node) => source.AsSpan(nodes[node].Start, nodes[node].Length);

    /// <summary>All text inside an element, scripts and the like left out, white space folded.</summary>
    public string TextOf(int node, int most = 4000)
    {
        var sheet = new TextSheet(64);
        var all = Nodes;
        for (var i = node; i < all[node].End && sheet.Length < most; i++)
        {
            var tag = all[i].Tag;
            if (tag == Tag.Text)
                sheet.Append(RawText(i));
            else if (i != node && Tags.Is(tag, TagTraits.Silent))
                i = Math.Max(i, all[i].End - 1);
            else if (tag is Tag.Br or Tag.Td or Tag.Th || Tags.Is(tag, TagTraits.Block))
                sheet.Space();
        }

        return sheet.ToString();
    }

    /// <summary>A raw element's content (script, title), resolved where the standard resolves it.</summary>
    public string RawContent(int node)
    {
        var child = node + 1;
        if (child >= nodes[node].End || nodes[child].Tag != Tag.Text)
            return "";
        return nodes[node].Tag == Tag.Title ? CharacterReferences.Resolve(RawText(child)) : RawText(child).ToString();
    }

    public bool IsInside(int node, Func<int, bool> test)
    {
        for (var at = nodes[node].Parent; at >= 0; at = nodes[at].Parent)
        {
            if (test(at))
                return true;
        }

        return false;
    }
}
