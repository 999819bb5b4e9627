using AngleSharp.Dom;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Takes off a page what is plainly no article text, by what its elements are and what their class names mean.</summary>
internal static class PageFurniture
{
    // More text than this is not taken off for a class name alone, in characters.
    private const int LargestByName = 1500;

    // A box with buttons or a picture and less text than this is a sign-up box or a captioned picture, in characters.
    private const int LargestBox = 280;

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "share", "sharing", "sharebar", "sharetools", "social", "newsletter", "newsletters", "subscribe", "subscription", "signup", "abonnement", "abo", "related", "recommended", "recommendations", "recirculation",
        "readmore", "alsoread", "morefrom", "outbrain", "taboola", "promo", "advert", "advertisement", "advertising", "ad", "ads", "advt", "adbox", "adslot", "anzeige", "sponsor", "sponsored", "cookie", "cookies", "consent", "gdpr", "caption", "figcaption", "captions",
        "breadcrumb", "breadcrumbs", "comments", "disqus", "toolbar", "paywall", "trending", "mostread", "popular", "byline", "dateline", "tags", "pagination", "skip", "print", "sronly", "copyright",
    };

    private static readonly HashSet<string> Roles = new(StringComparer.OrdinalIgnoreCase)
    { "navigation", "dialog", "alertdialog", "complementary", "search", "contentinfo", "banner", "menu", "menubar", "toolbar", "tooltip" };

    public static void Remove(IElement body)
    {
        var all = PageTree.Elements(body).ToList();
        foreach (var element in all)
        {
            if (element.Parent is not null && IsFurniture(element))
                element.Remove();
        }
    }

    private static bool IsFurniture(IElement element)
    {
        switch (element.LocalName)
        {
            case "nav" or "figcaption" or "button" or "dialog":
                return true;
            case "body" or "html" or "main" or "article" or "h1" or "h2" or "h3" or "p" or "b" or "i" or "em" or "strong" or "span" or "a" or "tr" or "td" or "tbody" or "img":
                return element.LocalName is "span" or "p" && IsNamed(element, "caption", "figcaption");
        }

        if (Roles.Contains(element.GetAttribute("role") ?? "") && IsSmall(element, LargestByName))
            return true;
        if (element.LocalName is "div" or "section" or "aside" or "ul" or "ol" or "footer" or "header" or "form" or "table" or "figure" or "dl")
            return (IsNamed(element, null) && IsSmall(element, LargestByName)) || IsSignUp(element) || IsPicture(element);
        return false;
    }

    private static bool IsNamed(IElement element, params string[]? only)
    {
        foreach (var name in ElementNames.Of(element))
        {
            if (only is { Length: > 0 } ? only.Contains(name) : Words.Contains(name))
                return true;
        }

        return false;
    }

    private static bool IsSignUp(IElement element) =>
        element.LocalName is "div" or "section" or "aside" or "form" && IsSmall(element, LargestBox)
        && PageTree.Elements(element).Any(e => e.LocalName is "button" or "input" or "form") && !HasHeadline(element);

    private static bool IsPicture(IElement element)
    {
        if (!IsSmall(element, LargestBox))
            return false;
        var picture = false;
        foreach (var inner in PageTree.Elements(element))
        {
            if (inner.LocalName is "p" or "h1" or "h2" or "h3" or "h4" or "li" or "blockquote")
                return false;
            picture |= inner.LocalName is "img" or "picture";
        }

        return picture;
    }

    private static bool HasHeadline(IElement element) => PageTree.Elements(element).Any(e => e.LocalName == "h1");

    private static bool IsSmall(IElement element, int limit)
    {
        var left = limit;
        var waiting = new Stack<INode>();
        waiting.Push(element);
        while (waiting.TryPop(out var node))
        {
            if (node is IElement { LocalName: "h1" })
                return false;
            if (node is IElement { LocalName: "script" or "style" or "noscript" })
                continue;
            if (node is IText text && (left -= text.Data.AsSpan().Trim().Length) < 0)
                return false;
            for (var i = node.ChildNodes.Length - 1; i >= 0; i--)
                waiting.Push(node.ChildNodes[i]);
        }

        return true;
    }
}
