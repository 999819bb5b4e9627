using AngleSharp.Dom;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>The paragraphs of an article's content, without those that only repeat or only point elsewhere.</summary>
internal static class BodyText
{
    // A shorter text that stands in another paragraph as well may do so by chance, in characters.
    private const int ShortestRepeat = 30;

    public static string Write(INode content)
    {
        var paragraphs = BlockWriter.Paragraphs(content);
        return string.Join("\n\n", paragraphs.Where((p, i) => !IsRepeated(p, i, paragraphs)));
    }

    /// <summary>A pull quote says again what a paragraph says; a teaser may come twice.</summary>
    private static bool IsRepeated(string paragraph, int at, IReadOnlyList<string> all)
    {
        if (paragraph.Length < ShortestRepeat || paragraph.Length > 400 || all.Count > 1000)
            return false;
        var core = paragraph.Trim('"', '“', '”', '«', '»', '„', '\'', '‘', '’', ' ', '.', '…', '!', '?');
        for (var i = 0; i < all.Count; i++)
        {
            if (i != at && all[i].Length >= paragraph.Length && (all[i].Length > paragraph.Length || i < at) && all[i].Contains(core, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
