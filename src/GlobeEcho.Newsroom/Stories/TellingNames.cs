using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>The few names a telling is about: those of its headline and its first sentences, the most frequent first.</summary>
internal static class TellingNames
{
    private const int Most = 6;
    private const int WordsRead = 120;
    private const int ShortestName = 4;

    /// <param name="language">ISO 639-1; German and Luxembourgish give every noun a capital, so they name nothing here.</param>
    public static IReadOnlyList<NameUse> Of(string headline, string text, string? language)
    {
        if (language is "de" or "lb")
            return [];
        var read = headline + "\n\n" + text;
        var words = PlainForm.Read(read, WordsRead);
        var names = new NameMarks().Of(read, words).ToArray();
        return Enumerable.Range(0, words.Count)
            .Where(i => names[i] && words[i].Folded.Length >= ShortestName && Countries.Match(read, words, i) is null)
            .GroupBy(i => Names.Canonical(words[i].Folded))
            .Select(g => (Use: new NameUse(g.Key, words[g.First()].Span.Of(read), 1), Count: g.Sum(i => words[i].Span.Start < headline.Length ? 2 : 1), First: g.First()))
            .OrderByDescending(n => n.Count).ThenBy(n => n.First)
            .Take(Most).Select(n => n.Use).ToList();
    }
}
