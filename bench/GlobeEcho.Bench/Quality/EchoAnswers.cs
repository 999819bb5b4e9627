using System.IO.Compression;
using System.Text.Json;
using GlobeEcho.Newsroom.Stories.Echoes;

namespace GlobeEcho.Bench.Quality;

/// <summary>Tells the labelled pairs apart as the newsroom does, and scores it: echo or not, and of which kind.</summary>
internal static class EchoAnswers
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Writes one line a pair, and the score as the last line.</summary>
    /// <param name="folding">The folder that holds the articles.</param>
    public static int Write(string folding, TextWriter to)
    {
        var texts = Directory.EnumerateFiles(folding, "*.jsonl.gz").Order(StringComparer.Ordinal).SelectMany(Read).ToDictionary(a => a.Id);
        var answers = new List<(string Label, string Said)>();
        foreach (var line in File.ReadLines(Places.EchoPairs))
        {
            var pair = JsonSerializer.Deserialize<EchoPair>(line, Json)!;
            var said = Say(texts[pair.A].Text ?? "", texts[pair.B].Text ?? "", out var share);
            answers.Add((pair.Kind, said));
            to.WriteLine(JsonSerializer.Serialize(new { pair.A, pair.B, label = pair.Kind, said, share }, Json));
        }

        to.WriteLine(JsonSerializer.Serialize(Score(answers), Json));
        return 0;
    }

    private static string Say(string one, string other, out double share)
    {
        var (first, second) = (AgencyCredit.Of(one, []), AgencyCredit.Of(other, []));
        var match = EchoCheck.Compare(EchoPrint.Of(one), EchoPrint.Of(other), first is not null && first == second);
        share = match?.Share ?? 0;
        return match is { } echo ? echo.Kind.ToString().ToLowerInvariant() : EchoPair.Independent;
    }

    private static Dictionary<string, object> Score(List<(string Label, string Said)> answers)
    {
        var score = new Dictionary<string, object>
        {
            ["pairs"] = answers.Count,
            ["echo"] = Rates(answers.Select(a => (a.Label != EchoPair.Independent, a.Said != EchoPair.Independent)).ToList()),
        };
        foreach (var kind in EchoPair.Kinds)
            score[kind] = Rates(answers.Select(a => (a.Label == kind, a.Said == kind)).ToList());
        return score;
    }

    private static object Rates(List<(bool Is, bool Said)> answers)
    {
        var right = answers.Count(a => a is { Is: true, Said: true });
        return new
        {
            precision = Math.Round(right / (double)Math.Max(1, answers.Count(a => a.Said)), 4),
            recall = Math.Round(right / (double)Math.Max(1, answers.Count(a => a.Is)), 4),
        };
    }

    private static IEnumerable<Telling> Read(string file)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
            yield return JsonSerializer.Deserialize<Telling>(line, Json)!;
    }

    private sealed record Telling(string Id, string? Text);
}
