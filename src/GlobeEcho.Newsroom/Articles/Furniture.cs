using AngleSharp.Dom;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Takes out of a page what is plainly not prose: by what elements are and what their classes say, never by whose page it is.</summary>
internal static class Furniture
{
    private static readonly HashSet<string> NeverProse = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "button", "input", "select", "textarea", "dialog", "canvas", "audio", "video", "link", "map", "nav", "menu",
    };

    private static readonly HashSet<string> FurnitureRoles = new(StringComparer.OrdinalIgnoreCase)
    {
        "navigation", "dialog", "alertdialog", "search", "menu", "menubar", "toolbar", "tooltip", "contentinfo", "banner",
    };

    private static readonly HashSet<string> Shells = new(StringComparer.Ordinal) { "html", "head", "body", "main", "article", "h1" };

    /// <summary>Before the main text is looked for. What holds a good part of the page's prose stays, whatever it is called.</summary>
    public static void Clear(IDocument document)
    {
        var keep = Prose(document) / 3;
        Remove(document, element =>
            NeverProse.Contains(element.LocalName)
            || IsPicture(element)
            || (!Shells.Contains(element.LocalName) && IsFurniture(element) && Prose(element) <= keep && !HoldsHeading(element)));
    }

    /// <summary>Inside the main text, where furniture has less to hide behind.</summary>
    public static void Tidy(IElement body)
    {
        Remove(body, element =>
            element.LocalName is "figcaption" or "button" or "form" or "nav" or "footer"
            || (ClassWords.HasAny(ClassWords.Of(element), ClassWords.Slight) && Prose(element) < 200 && Length(element) < 400)
            || IsPicture(element)
            || IsLinkList(element)
            || IsPointer(element));
    }

    private static bool IsFurniture(IElement element) =>
        element.GetAttribute("role") is { } role && FurnitureRoles.Contains(role)
        || element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || element.LocalName is "footer" or "form" or "aside"
        || ClassWords.HasAny(ClassWords.Of(element), ClassWords.Furniture);

    /// <summary>A box around a picture and the few words under it.</summary>
    private static bool IsPicture(IElement element) =>
        element.LocalName is "figure" or "table" or "div" && Length(element) < 200
        && PageTree.Elements(element).Any(e => e.LocalName == "img") && !PageTree.Elements(element).Any(e => e.LocalName == "p");

    /// <summary>A list, or a box of one, whose text is links.</summary>
    private static bool IsLinkList(IElement element)
    {
        if (element.LocalName is not ("ul" or "ol" or "div" or "section" or "aside" or "dl"))
            return false;
        var links = 0;
        var linked = 0;
        foreach (var inner in PageTree.Elements(element))
        {
            if (inner.LocalName == "a")
            {
                links++;
                linked += Length(inner);
            }
        }

        return links >= 2 && linked > 0.8 * Length(element);
    }

    /// <summary>A paragraph that only points elsewhere: "Read more: ..." with all of the rest a link.</summary>
    private static bool IsPointer(IElement element)
    {
        if (element.LocalName is not "p")
            return false;
        var links = PageTree.Elements(element).Where(e => e.LocalName == "a").ToList();
        if (links.Count == 0)
            return false;
        var all = Length(element);
        return all < 300 && links.Sum(Length) >= 0.85 * all - 20 && links.Sum(Length) > 0.6 * all;
    }

    private static int Length(IElement element) => ParagraphWriter.Fold(element.TextContent).Length;

    private static bool HoldsHeading(IElement element) => PageTree.Elements(element).Any(e => e.LocalName == "h1");

    /// <summary>Characters in paragraphs long enough to be sentences.</summary>
    public static int Prose(INode root)
    {
        var sum = 0;
        foreach (var element in PageTree.Elements(root))
        {
            if (element.LocalName == "p" && element.TextContent.Length is > 80 and var length)
                sum += length;
        }

        return sum;
    }

    /// <summary>The smallest element that holds most of the prose.</summary>
    public static IElement Heart(IElement root)
    {
        const double Most = 0.75;
        var all = Prose(root);
        for (var at = root; ;)
        {
            var heavier = at.Children.FirstOrDefault(c => Prose(c) >= Most * all);
            if (heavier is null || all == 0 || heavier.LocalName == "p")
                return at;
            at = heavier;
        }
    }

    private static void Remove(INode root, Func<IElement, bool> test)
    {
        var waiting = new Stack<INode>();
        waiting.Push(root);
        while (waiting.TryPop(out var node))
        {
            for (var i = node.ChildNodes.Length - 1; i >= 0; i--)
            {
                if (node.ChildNodes[i] is not IElement child)
                    continue;
                if (test(child))
                    child.Remove();
                else
                    waiting.Push(child);
            }
        }
    }
}
