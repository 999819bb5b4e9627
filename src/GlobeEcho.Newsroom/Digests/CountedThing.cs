namespace GlobeEcho.Newsroom.Digests;

/// <summary>A number of one sentence with what it counts: two of them can differ only when they count the same.</summary>
/// <param name="Kind">What happened to it: "dead", or the stem of the verb or word beside it.</param>
/// <param name="Noun">The stem of what is counted; "people" for any word that leaves open who.</param>
/// <param name="Places">Names after the number in its clause, in lower case.</param>
internal sealed record CountedThing(string Kind, string Noun, Quantity Quantity, IReadOnlySet<string> Places, string Words)
{
    // Two ways to write one length may differ by rounding.
    private const decimal Rounding = 0.04m;
    private const decimal About = 0.1m;

    // "At least 100" still agrees with 120.
    private const decimal BoundReach = 0.25m;

    private static readonly Dictionary<string, (string Dimension, decimal Factor)> Measures = new(StringComparer.Ordinal)
    {
        ["km"] = ("length", 1000),
        ["mile"] = ("length", 1609.344m),
        ["metre"] = ("length", 1),
        ["foot"] = ("length", 0.3048m),
        ["inch"] = ("length", 0.0254m),
        ["kg"] = ("weight", 1),
        ["tonne"] = ("weight", 1000),
        ["ton"] = ("weight", 907.18m),
        ["minute"] = ("time", 1),
        ["hour"] = ("time", 60),
        ["day"] = ("time", 1440),
        ["week"] = ("time", 10080),
        ["acre"] = ("area", 4046.86m),
        ["hectare"] = ("area", 10000),
        ["kph"] = ("speed", 1),
        ["mph"] = ("speed", 1.609344m),
    };

    /// <summary>Whether both count the same thing, in units that can be compared.</summary>
    public bool IsSame(CountedThing other) =>
        Kind == other.Kind && Noun == other.Noun && Dimension(Quantity) == Dimension(other.Quantity)
        && (Places.Count == 0 || other.Places.Count == 0 || Places.Overlaps(other.Places));

    /// <summary>Whether both numbers can be true of one thing.</summary>
    public bool Agrees(CountedThing other)
    {
        decimal one = InBase(Quantity), two = InBase(other.Quantity);
        var larger = Math.Max(one, two);
        var gap = Math.Abs(one - two);
        if (gap == 0)
            return true;
        if (Quantity.Unit != other.Quantity.Unit && gap <= Rounding * larger)
            return true;
        if ((Quantity.IsAbout || other.Quantity.IsAbout) && gap <= About * larger)
            return true;
        if (Rounds(one, two) || Rounds(two, one))
            return true;
        return Reaches(Quantity.Bound, one, two) || Reaches(other.Quantity.Bound, two, one);
    }

    private static bool Reaches(int bound, decimal bounded, decimal other) =>
        bound != 0 && (other - bounded) * bound > 0 && Math.Abs(other - bounded) <= BoundReach * bounded;

    // 1.37 trillion is 1.4 trillion to a writer of headlines; 49 dead are not 50.
    private static bool Rounds(decimal fine, decimal rough)
    {
        if (fine < 1000 || rough < 1000)
            return false;
        var step = 1m;
        while (rough % (step * 10) == 0)
            step *= 10;
        return rough / step >= 10 && Math.Round(fine / step, MidpointRounding.AwayFromZero) * step == rough;
    }

    private static string Dimension(Quantity quantity) =>
        quantity.Unit is { } unit ? Measures.TryGetValue(unit, out var measure) ? measure.Dimension : unit : "";

    private static decimal InBase(Quantity quantity) =>
        quantity.Unit is { } unit && Measures.TryGetValue(unit, out var measure) ? quantity.Value * measure.Factor : quantity.Value;
}
