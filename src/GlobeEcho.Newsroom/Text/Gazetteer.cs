using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace GlobeEcho.Newsroom.Text;

/// <summary>
/// Our own list of places: the capitals of all states and territories, and the towns of 75,000 people or more, from GeoNames (CC BY 4.0).
/// It is read when it is first asked for (about 40 ms) and then takes about 3 MB.
/// </summary>
public static class Gazetteer
{
    private const string Resource = "GlobeEcho.Newsroom.Text.gazetteer.tsv";

    // What people write for a country beside its code and its English name.
    private const string Also = "usa:US;america:US;united states of america:US;uk:GB;great britain:GB;britain:GB;england:GB;scotland:GB;wales:GB;"
        + "uae:AE;holland:NL;czech republic:CZ;burma:MM;ivory coast:CI;macedonia:MK;turkey:TR;palestine:PS;korea:KR;congo:CD;russian federation:RU;"
        + "swaziland:SZ;cape verde:CV;east timor:TL;hong kong:HK;macau:MO;vatican:VA";

    private static readonly Lazy<Loaded> List = new(Load);

    /// <summary>The states' capitals, in the order of the countries' codes. Where the capital is disputed, the seat of government.</summary>
    public static IReadOnlyList<Place> Capitals => List.Value.Capitals;

    /// <summary>Null when the place is not in the list.</summary>
    public static Place? Find(PlaceId id) => List.Value.ById.GetValueOrDefault(id);

    /// <param name="country">ISO 3166 alpha-2, in capital letters; XK for Kosovo.</param>
    /// <returns>Null for what is no state.</returns>
    public static Place? CapitalOf(string country) => List.Value.CapitalOf.GetValueOrDefault(country);

    /// <summary>
    /// Places whose name begins with the words, whatever their case, marks and hyphens. What stands behind the last comma narrows the search to a
    /// country ("Paris, US", "Paris, France") or a region ("Springfield, Illinois"). The largest first; of two as large, the capital.
    /// </summary>
    public static IReadOnlyList<Place> Search(string words, int limit)
    {
        var whole = Starting(Key(words));
        if (whole.Count == 0 && Narrowing(words) is { } narrow)
        {
            whole = Starting(Key(narrow.Name)).Where(p => narrow.Country is { } country
                ? p.Country == country
                : p.Region is { } region && Key(region).StartsWith(Key(narrow.Behind), StringComparison.Ordinal)).ToList();
        }

        return whole.OrderByDescending(p => p.Population).ThenByDescending(p => p.IsCapital).ThenBy(p => p.Id.Value).Take(limit).ToList();
    }

    /// <summary>The parts of "Paris, France"; null when there is no comma with something on both sides of it.</summary>
    /// <returns>The country is null when the rest names none, and may be a region.</returns>
    public static (string Name, string Behind, string? Country)? Narrowing(string words)
    {
        var comma = words.LastIndexOf(',');
        if (comma < 0)
            return null;
        var (name, rest) = (words[..comma].Trim(), words[(comma + 1)..].Trim());
        return Key(name).Length == 0 || Key(rest).Length == 0 ? null : (name, rest, CountryCode(rest));
    }

    /// <summary>The code of a country given by its code ("by") or its English name ("Belarus"); null when it is neither.</summary>
    public static string? CountryCode(string words) => List.Value.Countries.GetValueOrDefault(Key(words));

    /// <summary>The country's English name; the code itself when nobody knows it.</summary>
    public static string CountryName(string code) => List.Value.Names.GetValueOrDefault(code, code);

    private static List<Place> Starting(string key)
    {
        var found = new List<Place>();
        if (key.Length == 0)
            return found;
        var (keys, places) = (List.Value.Keys, List.Value.ByKey);
        var at = Array.BinarySearch(keys, key, StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        // Of several equal keys the search may hit any.
        while (at > 0 && keys[at - 1] == key)
            at--;
        for (; at < keys.Length && keys[at].StartsWith(key, StringComparison.Ordinal); at++)
            found.Add(places[at]);
        return found;
    }

    /// <summary>Letters and digits only, folded: "Port-au-Prince" and "port au prince" are one.</summary>
    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var word in Words.Spans(text))
        {
            foreach (var c in Words.Fold(word.Of(text)))
            {
                // Letters that are of one piece, so that no mark can be taken from them.
                _ = c switch
                {
                    'ł' => key.Append('l'),
                    'ø' => key.Append('o'),
                    'đ' or 'ð' => key.Append('d'),
                    'ħ' => key.Append('h'),
                    'ı' => key.Append('i'),
                    'æ' => key.Append("ae"),
                    'œ' => key.Append("oe"),
                    'þ' => key.Append("th"),
                    _ => key.Append(c),
                };
            }
        }

        return key.ToString();
    }

    private static Loaded Load()
    {
        using var stream = typeof(Gazetteer).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The list of places is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var places = new List<Place>();
        // The same few hundred words stand in thousands of rows.
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                places.Add(Row(line.Split('\t'), shared));
        }

        var sorted = places.Select(p => (Key: Key(p.Name), Place: p)).OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
        var capitals = places.Where(p => p.IsCapital).OrderBy(p => p.Country, StringComparer.Ordinal).ToList();
        var names = places.Select(p => p.Country).Distinct().ToFrozenDictionary(c => c, EnglishName, StringComparer.Ordinal);
        return new Loaded(
            places.ToFrozenDictionary(p => p.Id),
            sorted.Select(p => p.Key).ToArray(),
            sorted.Select(p => p.Place).ToArray(),
            capitals,
            capitals.ToFrozenDictionary(p => p.Country, StringComparer.Ordinal),
            names,
            CountryKeys(names));
    }

    private static Place Row(string[] cells, Dictionary<string, string> shared)
    {
        return new Place(
            new PlaceId(int.Parse(cells[0], CultureInfo.InvariantCulture)),
            cells[1],
            cells[2].Length == 0 ? null : Share(cells[2]),
            Share(cells[3]),
            double.Parse(cells[4], CultureInfo.InvariantCulture),
            double.Parse(cells[5], CultureInfo.InvariantCulture),
            Share(cells[6]),
            cells[7] == "1",
            int.Parse(cells[8], CultureInfo.InvariantCulture));

        string Share(string word) => shared.TryGetValue(word, out var known) ? known : shared[word] = word;
    }

    private static string EnglishName(string code) => new RegionInfo($"en-{code}").EnglishName;

    private static FrozenDictionary<string, string> CountryKeys(FrozenDictionary<string, string> names)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, name) in names)
        {
            keys[Key(code)] = code;
            keys[Key(name)] = code;
        }

        foreach (var entry in Also.Split(';').Select(e => e.Split(':')))
            keys.TryAdd(Key(entry[0]), entry[1]);
        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private sealed record Loaded(
        FrozenDictionary<PlaceId, Place> ById,
        string[] Keys,
        Place[] ByKey,
        IReadOnlyList<Place> Capitals,
        FrozenDictionary<string, Place> CapitalOf,
        FrozenDictionary<string, string> Names,
        FrozenDictionary<string, string> Countries);
}
