namespace GlobeEcho.Bench;

/// <summary>Where things are: found from where the bench lies or is run, never written down.</summary>
internal static class Places
{
    /// <summary>The folder of GlobeEcho.slnx.</summary>
    public static string Root { get; } =
        Above(AppContext.BaseDirectory, d => File.Exists(Path.Combine(d, "GlobeEcho.slnx")) ? d : null)
        ?? throw new InvalidOperationException("The bench is run from a build inside the repository.");

    /// <summary>The program as it was built with the bench, in the same configuration.</summary>
    public static string Program { get; } = Path.Combine(
        Root, "src", "GlobeEcho", "bin", Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name, "net10.0", "globe-echo.dll");

    public static string Bench { get; } = Path.Combine(AppContext.BaseDirectory, "GlobeEcho.Bench.dll");

    public static string Baseline { get; } = Path.Combine(Root, "bench", "GlobeEcho.Bench", "baseline.json");

    /// <summary>The labelled pairs of articles: ids and labels, no text.</summary>
    public static string EchoPairs { get; } = Path.Combine(Root, "bench", "GlobeEcho.Bench", "Quality", "echo-pairs.jsonl");

    /// <summary>A folder <c>shared</c> beside the current folder or one above it; null when there is none.</summary>
    public static string? Shared() =>
        Above(Directory.GetCurrentDirectory(), d => Path.Combine(d, "shared") is var s && Directory.Exists(Path.Combine(s, "score")) ? s : null);

    private static string? Above(string folder, Func<string, string?> look)
    {
        for (var here = new DirectoryInfo(folder); here is not null; here = here.Parent)
        {
            if (look(here.FullName) is { } found)
                return found;
        }

        return null;
    }
}
