namespace GlobeEcho.Tests.Architecture;

/// <param name="Path">From the root of the repository, with forward slashes.</param>
internal sealed record HouseFile(string Path, string Text)
{
    public string[] Lines { get; } = Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>Counted from 1.</summary>
    public IEnumerable<(string Line, int Number)> Numbered => Lines.Select((line, i) => (line, i + 1));

    /// <summary>What it is called without folder and extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>Written by hand, to be read by people.</summary>
    public bool IsCode => System.IO.Path.GetExtension(Path) is ".cs" or ".razor" or ".css" or ".js" or ".ts"
        && (IsUnder("src") || IsUnder("tests") || IsUnder("bench"));
}
