using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Site.StoryPage;

/// <summary>The exact words a sentence rests on, with a little of what stands around them.</summary>
/// <param name="Voice">The publisher's number on this page.</param>
public sealed record Quote(int Voice, Article Article, string Before, string Cited, string After)
{
    private const int Around = 140;

    /// <summary>Who speaks the quotations in it; empty where there are none, or nobody is named.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>The publisher whose text it repeats, where that one is quoted too; null for a voice of its own.</summary>
    public string? CopyOf { get; init; }

    /// <summary>Other publishers that print these words out of the same text. They add no voice.</summary>
    public IReadOnlyList<string> AlsoIn { get; init; } = [];

    /// <summary>Null when the span does not lie within the article's text.</summary>
    public static Quote? Of(int voice, Article article, TextSpan span)
    {
        var text = article.Text;
        if (!span.LiesWithin(text))
            return null;
        // What stands around is of the same paragraph, and begins and ends at a word.
        var before = text[Math.Max(0, span.Start - Around)..span.Start];
        before = before[(before.LastIndexOf('\n') + 1)..];
        if (before.Length == Around && before.IndexOf(' ') is > 0 and var begin)
            before = "…\u00A0" + before[(begin + 1)..];
        var after = text[span.End..Math.Min(text.Length, span.End + Around)];
        if (after.IndexOf('\n') is >= 0 and var paragraph)
            after = after[..paragraph];
        if (after.Length == Around && after.LastIndexOf(' ') is > 0 and var end)
            after = after[..end] + "\u00A0…";
        return new Quote(voice, article, before, span.Of(text), after);
    }
}
