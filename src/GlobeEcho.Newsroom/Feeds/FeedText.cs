using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Plain text out of what feeds write: entities, markup in titles, doubled encoding, white space.</summary>
internal static partial class FeedText
{
    /// <summary>The longest summary that is kept, in characters.</summary>
    public const int SummaryLimit = 1000;

    /// <summary>The longest title that is made from a summary, in characters.</summary>
    private const int TitleLimit = 100;

    // Longer than any headline met in a feed; a paragraph in the wrong place is cut.
    private const int HeadlineLimit = 400;

    // Encoded once too often is common, twice too often was seen; more is no text of a newspaper.
    private const int Rounds = 3;

    // 0x80 to 0x9F as numeric entities mean windows-1252, as browsers read them.
    private const string C1 = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>Text of markup: tags dropped, entities decoded (also doubly encoded ones), white space made single.</summary>
    public static string Plain(string? markup)
    {
        var text = markup ?? "";
        for (var round = 0; round < Rounds; round++)
        {
            var before = text;
            // Only the first round may meet a lone tag name: later ones were escaped by someone, perhaps on purpose.
            if (round == 0 || text.Contains("</", StringComparison.Ordinal) || text.Contains("/>", StringComparison.Ordinal))
                text = WithoutTags(text);
            text = Decode(text);
            if (text == before)
                break;
        }

        return OneLine(text);
    }

    /// <summary>Text that is declared to hold no markup: only entities and white space are mended.</summary>
    public static string Literal(string? text) => OneLine(Decode(text ?? ""));

    /// <summary>Decodes each entity once; unknown ones and a lone ampersand stay as they are.</summary>
    public static string Decode(string text) => text.Contains('&') ? Entity().Replace(text, m => Character(m.Groups[1].Value) ?? m.Value) : text;

    /// <summary>At most <see cref="SummaryLimit"/> characters, cut between words; null when nothing is left.</summary>
    public static string? Summary(string? markup) => Plain(markup) is { Length: > 0 } text ? Cut(text, SummaryLimit) : null;

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

    private static string OneLine(string text) => Space().Replace(text, " ").Trim();

    private static string WithoutTags(string text)
    {
        if (!text.Contains('<'))
            return text;
        text = Hidden().Replace(text, " ");
        return Tag().Replace(text, m => InlineTag().IsMatch(m.Value) ? "" : " ");
    }

    private static string? Character(string entity)
    {
        if (entity[0] != '#')
            return WebUtility.HtmlDecode($"&{entity};") is var named && named.Length <= 2 ? named : null;
        var hex = entity[1] is 'x' or 'X';
        if (!int.TryParse(entity.AsSpan(hex ? 2 : 1), hex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return null;
        return code switch
        {
            >= 0x80 and <= 0x9F => C1[code - 0x80].ToString(),
            < 0x20 => " ",
            _ => Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD",
        };
    }

    [GeneratedRegex(@"&(#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")]
    private static partial Regex Entity();

    [GeneratedRegex(@"[\s\p{Z}\u200B\uFEFF\u0000-\u001F]+")]
    private static partial Regex Space();

    // Scripts and styles with all they hold, and comments; an open end reaches to the end of the text.
    [GeneratedRegex(@"<(script|style)\b[^<>]*>.*?(</\1\s*>|\z)|<!--.*?(-->|\z)|<!\[CDATA\[|\]\]>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Hidden();

    // Only names of HTML: "a <b c" in a headline, or <Wonderful>, is text.
    [GeneratedRegex(
        @"</?(a|abbr|acronym|address|article|aside|audio|b|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd"
        + @"|del|details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img"
        + @"|input|ins|kbd|label|legend|li|link|main|map|mark|meta|nav|noscript|object|ol|p|param|picture|pre|q|s|samp|section|small"
        + @"|source|span|strike|strong|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|var|video"
        + @"|wbr)(\s[^<>]*|/)?>",
        RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^</?(a|abbr|acronym|b|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)\b", RegexOptions.IgnoreCase)]
    private static partial Regex InlineTag();
}
