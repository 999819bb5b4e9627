using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Articles.Blocks;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Decides what a page is: by learned trees whether it is one article, by plain signs what it is instead.</summary>
internal static partial class PageJudgement
{
    // An announcement of two sentences is an article; a teaser or an error page rarely has as much.
    private const int ShortestText = 250;
    private const int SentenceLength = 40;

    private const int FewLines = 30;

    // Pages that ask for consent or money say little else.
    private const int LongestWall = 1500;

    private static readonly Lazy<ScoreTrees> Trees = new(() => ScoreTrees.Load("page-judgement.txt"));

    public static PageKind Of(StudiedPage page, float[] scores, ArticleBody body)
    {
        if (page.Said.Kinds.Contains("LiveBlogPosting"))
            return PageKind.LiveBlog;
        var isShort = body.Text.Length < ShortestText && body.Blocks.Count(b => b.Span.Length >= SentenceLength) <= 1;
        if (isShort || body.Text.Length < LongestWall)
        {
            if (IsMissing(page.Facts.Headline, isShort) || IsMissing(page.Scan.Title, isShort) || page.Scan.Headings.Take(2).Any(h => IsMissing(page.Scan.Tree.TextOf(h, 200), isShort)))
                return PageKind.Error;
            if (IsWall(page.Facts.Headline, body, isShort))
                return PageKind.Wall;
        }

        if (page.Sums.AllText == 0)
            return PageKind.Empty;
        if (!isShort && (IsPlain(page, body) || Trees.Value.Score(PageTraits.Of(page, scores), PageTraits.Count)[0] > 0))
            return PageKind.Article;
        return Instead(page, isShort);
    }

    /// <summary>A heading that says little but that the page is missing; a report may say of a man that he was not found.</summary>
    private static bool IsMissing(string heading, bool isShort)
    {
        const int Share = 3;
        var said = 0;
        foreach (var match in SaysMissing().EnumerateMatches(heading))
            said += match.Length;
        return said > 0 && (isShort || Share * said >= heading.Length);
    }

    /// <summary>A page that asks for consent or a login in its heading or in what little text it has; one with more text asks in most of its lines.</summary>
    private static bool IsWall(string headline, ArticleBody body, bool isShort)
    {
        if (isShort)
            return SaysWall().IsMatch(headline) || SaysWall().IsMatch(body.Text);
        return SaysWall().IsMatch(headline) && 2 * body.Blocks.Count(b => SaysWall().IsMatch(body.Text.AsSpan(b.Span.Start, b.Span.Length))) >= body.Blocks.Count;
    }

    /// <summary>A page of few lines that are mostly its text is nothing but that text; so is one that shows nothing and gives its report to machines.</summary>
    private static bool IsPlain(StudiedPage page, ArticleBody body) =>
        page.List.Blocks.Length <= FewLines && 2 * body.Text.Length > page.List.Text.Length;

    /// <summary>The reason a page that is no article is refused with.</summary>
    public static string Reason(PageKind kind) => kind switch
    {
        PageKind.Listing => "The page is a list of others.",
        PageKind.Forum => "The page is a discussion.",
        PageKind.Product => "The page sells a product.",
        PageKind.Gallery => "The page shows pictures and little text.",
        PageKind.Video => "The page shows a film and little text.",
        PageKind.Wall => "The page asks for consent or a login and shows little else.",
        PageKind.Error => "The page says that it is missing.",
        _ => "The page has no text.",
    };

    private static PageKind Instead(StudiedPage page, bool isShort)
    {
        var kinds = page.Said.Kinds;
        var type = page.Scan.Meta("og:type") ?? "";
        if (kinds.Overlaps(["DiscussionForumPosting", "QAPage"]) || SaysForum().IsMatch(page.Address.AbsoluteUri) || SaysForum().IsMatch(page.Scan.BodyClass))
            return PageKind.Forum;
        if (type.Contains("product", StringComparison.OrdinalIgnoreCase) || kinds.Contains("Product"))
            return PageKind.Product;
        if (type.StartsWith("video", StringComparison.OrdinalIgnoreCase) || (isShort && kinds.Contains("VideoObject")))
            return PageKind.Video;
        if (kinds.Overlaps(["ImageGallery", "MediaGallery"]))
            return PageKind.Gallery;
        return isShort && page.Sums.AllProse == 0 && page.List.Blocks.Length < 20 ? PageKind.Empty : PageKind.Listing;
    }

    [GeneratedRegex(@"\b(?:404|410|not found|page missing|nicht gefunden|introuvable|no encontrad[ao]|não encontrad[ao]|non trovat[ao]|niet gevonden|не найдена)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysMissing();

    [GeneratedRegex(@"\b(?:access denied|are you a robot|just a moment|enable javascript|verify you are human|consent|cookies?|log ?in|sign in|subscribe to (?:read|continue)|bitte stimmen sie|zugriff verweigert)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysWall();

    [GeneratedRegex(@"\b(?:forums?|viewtopic|showthread|threads?|questions|discussions?|boards?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysForum();
}
