using System.Text.RegularExpressions;

namespace GlobeEcho.Tests.Architecture;

/// <summary>
/// A house that breaks one rule: the made-up files of <c>Fixtures/{rule}.txt</c>. A line <c>=== path</c> begins a file,
/// a line <c>=== repeat 60 text</c> stands for many, and the lines that must be reported, and no others, hold <c>!here</c>.
/// </summary>
internal sealed partial record Fixture(House House, IReadOnlyList<string> Expected)
{
    public static IReadOnlyList<string> Names { get; } =
        Directory.GetFiles(Folder(), "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal).ToList();

    public static Fixture Read(string rule)
    {
        var files = new List<(string Path, List<string> Lines)>();
        foreach (var line in File.ReadAllLines(Path.Combine(Folder(), rule + ".txt")))
        {
            if (Repeat().Match(line) is { Success: true } repeat)
                files[^1].Lines.AddRange(Enumerable.Repeat(repeat.Groups[2].Value, int.Parse(repeat.Groups[1].Value)));
            else if (line.StartsWith("=== ", StringComparison.Ordinal))
                files.Add((line[4..], []));
            else
                files[^1].Lines.Add(line);
        }

        var expected = files.SelectMany(f => f.Lines.Select((l, i) => (Line: l, At: $"{f.Path}:{i + 1}"))).Where(l => l.Line.Contains("!here", StringComparison.Ordinal)).Select(l => l.At);
        return new Fixture(House.Of(files.Select(f => new HouseFile(f.Path, string.Join('\n', f.Lines))).ToList()), expected.ToList());
    }

    private static string Folder() => Path.Combine(Repository.Root, "tests", "GlobeEcho.Tests", "Architecture", "Fixtures");

    [GeneratedRegex(@"^=== repeat (\d+) (.*)$")]
    private static partial Regex Repeat();
}
