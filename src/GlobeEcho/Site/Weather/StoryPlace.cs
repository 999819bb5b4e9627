using System.Collections.Frozen;
using System.Globalization;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Site.Weather;

/// <summary>Where a story happens, told by its headline and first sentence. Says nothing rather than something doubtful.</summary>
public static class StoryPlace
{
    // "in Minsk", "near Kharkiv": a place something happens at. "Moscow says" is a government.
    private static readonly FrozenSet<string> At = new[] { "in", "near", "outside", "around", "off", "across" }.ToFrozenSet(StringComparer.Ordinal);

    // Their capital says little of the weather where most of their news happens.
    private static readonly FrozenSet<string> Vast =
        new[] { "RU", "CA", "US", "CN", "BR", "AU", "IN", "AR", "KZ", "DZ", "CD", "SA", "MX", "ID" }.ToFrozenSet(StringComparer.Ordinal);

    // "in May" is no place.
    private static readonly FrozenSet<string> Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(m => m.Length > 0)
        .Select(Words.Fold).ToFrozenSet(StringComparer.Ordinal);

    // Of several towns of one name the largest is meant only when it is so many times larger than the next.
    private const int Outsized = 8;
    private const int LongestName = 4;

    /// <summary>The town named as where it happens, else the capital of the only country named; null when neither is plain.</summary>
    public static Place? Of(string headline, string? lead)
    {
        var (named, strange) = Towns(headline);
        if (named is [var town])
            return town;
        if (OnlyCountry(headline, lead) is not { } country)
            return null;
        var (inLead, strangeInLead) = Towns(lead ?? "");
        var towns = named.Concat(inLead).Where(t => t.Country == country).DistinctBy(t => t.Id).ToList();
        return towns.Count switch
        {
            1 => towns[0],
            // What happens near a town that is not in the list happens somewhere else than in the capital.
            0 when !Vast.Contains(country) && !strange && !strangeInLead => Gazetteer.CapitalOf(country),
            _ => null,
        };
    }

    /// <summary>The capital of the country named most, in the headline first; null when none is named.</summary>
    public static Place? Capital(string headline, string? lead) => (Countries.Find(headline), Countries.Find(lead ?? "")) switch
    {
        ({ Count: > 0 } found, _) => Most(found),
        (_, { Count: > 0 } found) => Most(found),
        _ => null,
    };

    private static Place? Most(IReadOnlyList<(TextSpan Span, string Code)> found) =>
        found.GroupBy(f => f.Code).OrderByDescending(g => g.Count()).Select(g => Gazetteer.CapitalOf(g.Key)).FirstOrDefault(p => p is not null);

    private static string? OnlyCountry(string headline, string? lead)
    {
        var first = Countries.Find(headline).Select(c => c.Code).Distinct().ToList();
        var all = first.Concat(Countries.Find(lead ?? "").Select(c => c.Code)).Distinct().ToList();
        return first.Count == 1 && all.Count == 1 ? all[0] : null;
    }

    /// <summary>The towns something happens at, and whether it happens at a name that is neither a town of the list nor a country.</summary>
    private static (IReadOnlyList<Place> Towns, bool Strange) Towns(string text)
    {
        var words = Words.Spans(text).ToList();
        var towns = new List<Place>();
        var strange = false;
        for (var i = 1; i < words.Count; i++)
        {
            if (!At.Contains(Words.Fold(words[i - 1].Of(text))) || !char.IsUpper(text[words[i].Start]))
                continue;
            // The whole run of capitals must be the name: "in Mobile Phones" names no town of Alabama.
            var last = i;
            while (last + 1 < words.Count && last - i + 1 < LongestName && char.IsUpper(text[words[last + 1].Start])
                && text[words[last].End..words[last + 1].Start] is " " or "-" or "\u00A0")
                last++;
            var name = text[words[i].Start..words[last].End];
            if (Town(name) is not { } town)
                strange |= Countries.Find(name).Count == 0 && !Months.Contains(Words.Fold(words[i].Of(text)));
            else if (towns.All(t => t.Id != town.Id))
                towns.Add(town);
        }

        return (towns, strange);
    }

    private static Place? Town(string name)
    {
        var key = Key(name);
        var found = Gazetteer.Search(name, 50).Where(p => Key(p.Name) == key).OrderByDescending(p => p.IsCapital).ThenByDescending(p => p.Population).ToList();
        return found switch
        {
            [] => null,
            [var only] => only,
            [{ IsCapital: true } capital, ..] => capital,
            [var largest, var next, ..] => largest.Population >= Outsized * next.Population ? largest : null,
        };
    }

    private static string Key(string name) => string.Join(' ', Words.Spans(name).Select(s => Words.Fold(s.Of(name))));
}
