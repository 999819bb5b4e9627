namespace GlobeEcho.Bench.Quality;

/// <param name="Name">As in baseline.json.</param>
/// <param name="Key">Where it stands in the last line of the score script, parts divided by points.</param>
/// <param name="Tolerance">How far it may lie behind its floor: the rounding of the scores and of other machines, no more.</param>
internal sealed record Measure(string Name, string Key, Better Better, double Tolerance)
{
    public static Measure Share(string name, string key, Better better = Better.Higher) => new(name, key, better, 0.0005);

    public static Measure Percent(string name, string key, Better better = Better.Higher) => new(name, key, better, 0.05);

    public static Measure Count(string name, string key) => new(name, key, Better.Lower, 0);
}
