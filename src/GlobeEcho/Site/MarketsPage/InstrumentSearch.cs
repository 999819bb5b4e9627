using System.Globalization;
using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Site.MarketsPage;

/// <summary>Which instruments a reader means: by symbol, name, currency or the country whose currency it is.</summary>
public static class InstrumentSearch
{
    public const int LongestWords = 100;

    /// <summary>Those in which every word begins (a single letter: is) a word of symbol, name, unit or group, or whose currency is that of a country named; in the board's order.</summary>
    public static IReadOnlyList<Instrument> Find(IReadOnlyList<Instrument> all, string words)
    {
        var asked = Folded(words);
        if (asked.Count == 0)
            return all;
        var money = Currencies(words);
        return all.Where(i => money.Contains(i.Unit) || (i.Base is { } own && money.Contains(own)) || Says(i, asked)).ToList();
    }

    private static bool Says(Instrument instrument, List<string> asked)
    {
        var said = Folded($"{instrument.Symbol} {instrument.Symbol.Replace("/", "", StringComparison.Ordinal)} {instrument.Name} {instrument.Unit} {instrument.Base} {instrument.Group} {instrument.Id}");
        // A single letter begins half of all words: it must be one.
        return asked.All(a => a.Length == 1 ? said.Contains(a) : said.Any(s => s.StartsWith(a, StringComparison.Ordinal)));
    }

    // A country's name is known by its capital letter, which few people type into a search.
    private static HashSet<string> Currencies(string words)
    {
        var title = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(words.ToLowerInvariant());
        return Countries.Find(title).Select(c => Currency(c.Code)).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    private static string? Currency(string country) => new RegionInfo(country).ISOCurrencySymbol is { Length: 3 } code ? code : null;

    private static List<string> Folded(string text) => Words.Spans(text).Select(s => Words.Fold(s.Of(text))).Distinct().ToList();
}
