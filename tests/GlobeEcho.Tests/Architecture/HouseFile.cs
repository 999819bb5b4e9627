namespace GlobeEcho.Tests.Architecture;

/// <param name="Path">From the root of the repository, with forward slashes.</param>
internal sealed record HouseFile(string Path, string Text)
{
    public string[] Lines { get; } = Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>Written by hand, to be read by people.</summary>
    public bool IsCode => System.IO.Path.GetExtension(Path) is ".cs" or ".razor" or ".css" or ".js" or ".ts"
        && (IsUnder("src") || IsUnder("tests") || IsUnder("bench"));
}
