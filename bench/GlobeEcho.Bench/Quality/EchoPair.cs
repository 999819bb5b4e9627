namespace GlobeEcho.Bench.Quality;

/// <summary>Two articles of the folding data as a reader labelled them: ids and the label, no text.</summary>
/// <param name="Kind">exact, syndicated, rewrite or independent.</param>
internal sealed record EchoPair(string A, string B, string Kind)
{
    public const string Independent = "independent";

    public static IReadOnlyList<string> Kinds { get; } = ["exact", "syndicated", "rewrite"];
}
