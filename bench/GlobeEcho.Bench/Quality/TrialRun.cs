using System.Text.Json;

namespace GlobeEcho.Bench.Quality;

/// <summary>Runs a trial as a user would: the program's command into a file, the score script on the file.</summary>
internal sealed class TrialRun(string shared, string scratch)
{
    public async Task<TrialResult> RunAsync(Trial trial, CancellationToken cancel)
    {
        var input = Path.Combine(shared, "data", trial.Input);
        var truth = Path.Combine(shared, "data", trial.Truth);
        if (!Path.Exists(input) || !File.Exists(truth))
            return new TrialResult.Broken($"the data folder has no {(Path.Exists(input) ? trial.Truth : trial.Input)}");

        var answers = Path.Combine(scratch, trial.Name + ".jsonl");
        var verb = trial.Verb.Select(w => w == "{input}" ? input : w).Prepend(trial.ByBench ? Places.Bench : Places.Program);
        var program = await Child.RunAsync("dotnet", verb, cancel);
        var name = $"{(trial.ByBench ? "GlobeEcho.Bench" : "globe-echo")} {string.Join(' ', trial.Verb.Where(w => w != "{input}"))}";
        if (program.ExitCode != 0)
            return new TrialResult.Broken($"`{name}` ended with {program.ExitCode}: {FirstLine(program.Errors, program.Output)}");
        if (!program.Output.TrimStart().StartsWith('{'))
            return new TrialResult.Broken($"`{name}` wrote no JSON Lines: {FirstLine(program.Output, program.Errors)}");
        if (trial.Score.Length == 0)
            return new TrialResult.Scored(JsonDocument.Parse(program.Output.TrimEnd().Split('\n')[^1]).RootElement, program.Took);
        await File.WriteAllTextAsync(answers, program.Output, cancel);

        var words = trial.Score.Skip(1).Select(w => w switch { "{answers}" => answers, "{truth}" => truth, _ => w });
        var score = await Child.RunAsync("python3", words.Prepend(Path.Combine(shared, "score", trial.Score[0])), cancel);
        if (score.ExitCode != 0)
            return new TrialResult.Broken($"{trial.Score[0]} ended with {score.ExitCode}: {FirstLine(score.Errors.Split('\n')[^1], score.Output)}");
        var last = score.Output.TrimEnd().Split('\n')[^1];
        return new TrialResult.Scored(JsonDocument.Parse(last).RootElement, program.Took);
    }

    private static string FirstLine(params string[] texts) =>
        texts.SelectMany(t => t.Split('\n')).FirstOrDefault(l => !string.IsNullOrWhiteSpace(l))?.Trim() ?? "it said nothing";
}
