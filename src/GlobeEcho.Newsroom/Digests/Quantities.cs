using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>The numbers of an English text: figures, words up to the trillions, per cents, currencies and measures.</summary>
internal static partial class Quantities
{
    private static readonly FrozenDictionary<string, decimal> Scales = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["hundred"] = 100,
        ["thousand"] = 1000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000,
        ["k"] = 1000,
        ["m"] = 1_000_000,
        ["mn"] = 1_000_000,
        ["bn"] = 1_000_000_000,
        ["b"] = 1_000_000_000,
        ["tn"] = 1_000_000_000_000,
        ["dozen"] = 12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // One form for each way to write a unit; the rest of a sentence's nouns are what is counted, not units.
    private static readonly FrozenDictionary<string, string> Units = (
        "%=% percent=% pct=% $=dollar us$=dollar dollar=dollar dollars=dollar €=euro euro=euro euros=euro £=pound pound=pound pounds=pound ¥=yen yen=yen yuan=yuan "
        + "ruble=ruble rubles=ruble rouble=ruble roubles=ruble rupee=rupee rupees=rupee crown=crown crowns=crown mark=mark marks=mark franc=franc francs=franc "
        + "km=km kilometre=km kilometres=km kilometer=km kilometers=km mile=mile miles=mile metre=metre metres=metre meter=metre meters=metre foot=foot feet=foot "
        + "kg=kg kilogram=kg kilograms=kg kilos=kg tonne=tonne tonnes=tonne ton=ton tons=ton acre=acre acres=acre hectare=hectare hectares=hectare "
        + "degree=degree degrees=degree barrel=barrel barrels=barrel hour=hour hours=hour minute=minute minutes=minute day=day days=day week=week weeks=week "
        + "month=month months=month year=year years=year mph=mph kph=kph inch=inch inches=inch litre=litre litres=litre liter=litre liters=litre")
        .Split(' ').Select(p => p.Split('=')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    public static List<Quantity> In(string text)
    {
        var found = new List<Quantity>();
        foreach (Match match in Number().Matches(text))
        {
            if (Value(match) is not { } value)
                continue;
            var (bound, about, before) = Before(text[Math.Max(0, match.Index - 40)..match.Index]);
            var unit = Unit(match);
            var word = match.Groups["unit"];
            var length = word.Success && !Units.ContainsKey(word.Value.ToLowerInvariant()) ? word.Index - 1 - match.Index : match.Length;
            found.Add(new Quantity(new TextSpan(match.Index, length), value, unit, bound, about, new TextSpan(match.Index - before, length + before)));
        }

        return found;
    }

    private static decimal? Value(Match match)
    {
        decimal value;
        if (match.Groups["figures"].Success)
        {
            var figures = match.Groups["figures"].Value.Replace(",", "", StringComparison.Ordinal);
            if (!decimal.TryParse(figures, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
                return null;
        }
        else
        {
            value = match.Groups["word"].Value.Split('-', ' ').Sum(w => NumberWords.Cardinals.GetValueOrDefault(w.ToLowerInvariant()));
        }

        foreach (Capture scale in match.Groups["scale"].Captures)
        {
            var by = Scales.GetValueOrDefault(scale.Value.ToLowerInvariant(), 1);
            if (value > decimal.MaxValue / 2 / by)
                return null;
            value *= by;
        }

        return value;
    }

    private static string? Unit(Match match)
    {
        if (match.Groups["currency"].Success)
            return Units[match.Groups["currency"].Value.ToLowerInvariant()];
        if (match.Groups["percent"].Success)
            return "%";
        return match.Groups["unit"].Success ? Units.GetValueOrDefault(match.Groups["unit"].Value.ToLowerInvariant()) : null;
    }

    private static (int Bound, bool About, int Length) Before(string before)
    {
        if (AtLeast().Match(before) is { Success: true } least)
            return (1, false, least.Length);
        if (AtMost().Match(before) is { Success: true } most)
            return (-1, false, most.Length);
        var about = About().Match(before);
        return (0, about.Success, about.Length);
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}.,])(?:(?<currency>US\$|[$€£¥])\s?)?(?:(?<figures>\d+(?:,\d{3})*(?:\.\d+)?)"
        + "|(?<word>(?:" + NumberWords.Tens + ")[- ](?:" + NumberWords.Ones + ")|" + NumberWords.Ones + "|" + NumberWords.Teens + "|" + NumberWords.Tens + @")(?!\p{L}))"
        + @"(?:[ -]?(?<scale>hundred|thousand|million|billion|trillion|dozen|bn|mn|tn|[mkb])(?![\p{L}]))*"
        + @"(?:\s?(?<percent>%|per ?cent(?:age points?)?\b|pct\b)|[ -](?<unit>\p{L}+)\b)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:at least|no fewer than|no less than|more than|over|above|exceeding|upwards of)\s+(?:an?\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtLeast();

    [GeneratedRegex(@"\b(?:at most|up to|no more than|fewer than|less than|under|below|nearly|almost|close to)\s+(?:an?\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtMost();

    [GeneratedRegex(@"\b(?:about|around|some|roughly|approximately|an estimated|estimated|circa)\s+(?:an?\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();
}
