using AngleSharp.Dom;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Walks of a page's tree that need no recursion, so that no page can overflow the stack.</summary>
internal static class PageTree
{
    // A tree in which the tags of a text open without closing this far is nobody's article; browsers stop at 512.
    public const int DeepestNesting = 500;

    // Tags left open by mistake pile up in the source, though the tree closes them: up to 1,400 in 1,500 pages of the press.
    public const int DeepestSource = 3000;

    /// <summary>The elements under a node in document order, without the node itself. The tree must not change meanwhile.</summary>
    public static IEnumerable<IElement> Elements(INode root)
    {
        var waiting = new Stack<IElement>();
        PushChildren(waiting, root);
        while (waiting.TryPop(out var element))
        {
            yield return element;
            PushChildren(waiting, element);
        }
    }

    public static bool IsTooDeep(INode root)
    {
        var level = new List<INode> { root };
        for (var depth = 0; level.Count > 0; depth++)
        {
            if (depth > DeepestNesting)
                return true;
            var next = new List<INode>();
            foreach (var node in level)
            {
                var children = node.ChildNodes;
                for (var i = 0; i < children.Length; i++)
                {
                    if (children[i] is IElement child)
                        next.Add(child);
                }
            }

            level = next;
        }

        return false;
    }

    /// <summary>Whether some elements have so many children that a walk from sibling to sibling, which looks for its place each time, takes seconds.</summary>
    public static bool IsTooWide(INode root)
    {
        // About 6,000 children of one element; a second's work.
        const long Most = 40_000_000;
        long steps = 0;
        foreach (var element in Elements(root))
            steps += (long)element.ChildNodes.Length * element.ChildNodes.Length;
        return steps > Most;
    }

    /// <summary>
    /// The most tags open at once, by a count over the source before it is parsed: the parser's own time grows with the square of the depth.
    /// Tags that may stay open, and all inside scripts and comments, are roughly left out.
    /// </summary>
    public static int SourceDepth(string html)
    {
        int depth = 0, deepest = 0;
        for (var i = html.IndexOf('<'); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i + 1))
        {
            var closes = html[i + 1] == '/';
            var start = closes ? i + 2 : i + 1;
            var end = start;
            while (end < html.Length && end - start < 12 && char.IsAsciiLetterOrDigit(html[end]))
                end++;
            if (end == start || MayStayOpen(html.AsSpan(start, end - start)))
                continue;
            // Formatting left open is opened anew in every later block, so it weighs more.
            var step = IsFormatting(html.AsSpan(start, end - start)) ? 4 : 1;
            depth = closes ? Math.Max(0, depth - step) : depth + step;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    public static bool IsInside(IElement element, Func<IElement, bool> test)
    {
        for (var at = element.ParentElement; at is not null; at = at.ParentElement)
        {
            if (test(at))
                return true;
        }

        return false;
    }

    private static void PushChildren(Stack<IElement> waiting, INode node)
    {
        var children = node.ChildNodes;
        for (var i = children.Length - 1; i >= 0; i--)
        {
            if (children[i] is IElement child)
                waiting.Push(child);
        }
    }

    private static bool IsFormatting(ReadOnlySpan<char> name) =>
        name.Length == 1 ? "abisuABISU".Contains(name[0])
        : name.Equals("font", StringComparison.OrdinalIgnoreCase) || name.Equals("em", StringComparison.OrdinalIgnoreCase)
            || name.Equals("strong", StringComparison.OrdinalIgnoreCase) || name.Equals("small", StringComparison.OrdinalIgnoreCase)
            || name.Equals("big", StringComparison.OrdinalIgnoreCase) || name.Equals("code", StringComparison.OrdinalIgnoreCase)
            || name.Equals("tt", StringComparison.OrdinalIgnoreCase) || name.Equals("nobr", StringComparison.OrdinalIgnoreCase)
            || name.Equals("strike", StringComparison.OrdinalIgnoreCase);

    private static bool MayStayOpen(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[name.Length];
        name.ToLowerInvariant(lower);
        return lower is "area" or "base" or "br" or "col" or "embed" or "hr" or "img" or "input" or "link" or "meta" or "param" or "source"
            or "track" or "wbr" or "p" or "li" or "dt" or "dd" or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot" or "option" or "optgroup"
            or "html" or "head" or "body" or "path" or "use" or "circle" or "rect" or "polygon" or "line" or "g" or "script" or "style";
    }
}
