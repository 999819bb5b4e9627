using System.Text;
using GlobeEcho.Newsroom.Feeds.Markup;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Plain text out of what feeds write: references, markup in titles, doubled encoding, white space.</summary>
internal static class FeedText
{
    /// <summary>The longest summary that is kept, in characters.</summary>
    public const int SummaryLimit = 1000;

    /// <summary>The longest title that is made from a summary, in characters.</summary>
    private const int TitleLimit = 100;

    // Longer than any headline met in a feed; a paragraph in the wrong place is cut.
    private const int HeadlineLimit = 400;

    // Encoded once too often is common, twice too often was seen; more is no text of a newspaper.
    private const int Rounds = 3;

    // Characters read for each one that is kept: references are longer than what they mean.
    private const int Room = 8;

    /// <summary>Text of markup: tags dropped, references decoded (also doubly encoded ones), white space made single.</summary>
    /// <param name="limit">Characters after which no more is read, about; what is left is the beginning.</param>
    public static string Plain(string? markup, int limit = int.MaxValue / Room)
    {
        var text = markup ?? "";
        for (var round = 0; round < Rounds; round++)
        {
            var before = text;
            // Only the first round may meet a lone tag name: later ones were escaped by someone, perhaps on purpose.
            text = Line(text, limit * (Rounds - round + 1), round == 0 || text.Contains("</", StringComparison.Ordinal) || text.Contains("/>", StringComparison.Ordinal));
            text = Decode(text);
            if (text == before)
                return text;
        }

        return Line(text, limit, tags: false);
    }

    /// <summary>Text that is declared to hold no markup: only references and white space are mended.</summary>
    public static string Literal(string? text) => Line(Decode(text ?? ""), int.MaxValue, tags: false);

    /// <summary>Decodes each reference once; unknown ones and a lone ampersand stay as they are.</summary>
    public static string Decode(string text) => text.Contains('&') ? CharacterReferences.Western(CharacterReferences.Decode(text)) : text;

    /// <summary>At most <see cref="SummaryLimit"/> characters, cut between words; null when nothing is left.</summary>
    public static string? Summary(string? markup) => Plain(markup, SummaryLimit) is { Length: > 0 } text ? Cut(text, SummaryLimit) : null;

    /// <summary>The same of a text that is declared to hold no markup.</summary>
    public static string? LiteralSummary(string? text) => Literal(text) is { Length: > 0 } plain ? Cut(plain, SummaryLimit) : null;

    /// <summary>A title of a length that a headline can have, cut between words.</summary>
    public static string Headline(string title) => Cut(title, HeadlineLimit);

    /// <summary>A stand-in for a title that is missing: the first words.</summary>
    public static string FirstWords(string text) => Cut(text, TitleLimit);

    public static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
            return text;
        var end = text.LastIndexOf(' ', limit - 1);
        if (end < limit / 2)
            end = char.IsHighSurrogate(text[limit - 2]) ? limit - 2 : limit - 1;
        return text[..end].TrimEnd() + "…";
    }

    /// <summary>One line of the text: each run of white space and each tag that breaks a line is one space.</summary>
    private static string Line(string text, int limit, bool tags)
    {
        if (IsLine(text, tags))
            return text;
        var built = new StringBuilder(Math.Min(text.Length, Math.Min(limit, 4096)));
        var space = false;
        var noEnd = false;
        for (var at = 0; at < text.Length && built.Length < limit;)
        {
            var c = text[at];
            if (tags && c == '<' && TagEnd(text, at, ref noEnd, out var inline) is > 0 and var end)
            {
                space |= !inline;
                at = end;
                continue;
            }

            if (tags && c == ']' && text.AsSpan(at).StartsWith("]]>"))
            {
                at += 3;
                continue;
            }

            at++;
            if (IsSpace(c))
            {
                space = true;
                continue;
            }

            if (space && built.Length > 0)
                built.Append(' ');
            space = false;
            built.Append(c);
        }

        return built.ToString();
    }

    private static bool IsLine(string text, bool tags)
    {
        var before = ' ';
        foreach (var c in text)
        {
            if ((c is '<' or ']' && tags) || (IsSpace(c) && (c != ' ' || before == ' ')))
                return false;
            before = c;
        }

        return before != ' ' || text.Length == 0;
    }

    private static bool IsSpace(char c) => c <= ' ' || (c > '\u007F' && (char.IsWhiteSpace(c) || char.IsSeparator(c) || c is '\u200B' or '\uFEFF'));

    /// <summary>Where the markup that begins here is over; 0 when it is none. Only names of HTML: "a &lt;b c" in a headline is text.</summary>
    private static int TagEnd(string text, int at, ref bool noEnd, out bool inline)
    {
        inline = false;
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<!--"))
            return text.IndexOf("-->", at + 4, StringComparison.Ordinal) is >= 0 and var comment ? comment + 3 : text.Length;
        if (rest.StartsWith("<![CDATA["))
            return at + 9;
        var from = at + (rest.Length > 1 && rest[1] == '/' ? 2 : 1);
        var name = from;
        while (name < text.Length && char.IsAsciiLetterOrDigit(text[name]))
            name++;
        if (name == from || name >= text.Length || !HtmlNames.IsKnown(text.AsSpan(from, name - from)))
            return 0;
        if (text[name] is not ('>' or '/') && !char.IsWhiteSpace(text[name]))
            return 0;
        var close = noEnd ? -1 : text.AsSpan(name).IndexOfAny('>', '<');
        if (close < 0 || text[name + close] == '<')
        {
            noEnd |= close < 0;
            return 0;
        }

        inline = HtmlNames.IsInline(text.AsSpan(from, name - from));
        var end = name + close + 1;
        // A script and a style are gone with all they hold; an open end reaches to the end of the text.
        if (text[at + 1] == '/' || !(text.AsSpan(from, name - from) is var tag && (tag.Equals("script", StringComparison.OrdinalIgnoreCase) || tag.Equals("style", StringComparison.OrdinalIgnoreCase))))
            return end;
        var over = text.IndexOf("</" + text[from..name], end, StringComparison.OrdinalIgnoreCase);
        if (over < 0)
            return text.Length;
        return text.IndexOf('>', over) is >= 0 and var last ? last + 1 : text.Length;
    }
}
