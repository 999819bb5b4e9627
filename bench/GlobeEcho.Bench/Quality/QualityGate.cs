using System.ComponentModel;
using System.Globalization;
using Spectre.Console;

namespace GlobeEcho.Bench.Quality;

/// <summary>Quality as numbers with floors: a fall fails, a rise can be kept with --update.</summary>
internal static class QualityGate
{
    /// <returns>0 when every floor holds or there is nothing to measure on; 1 otherwise.</returns>
    public static async Task<int> RunAsync(string? data, bool update, CancellationToken cancel)
    {
        if ((data ?? Places.Shared()) is not { } shared)
        {
            Console.WriteLine("No measuring data (a folder \"shared\" beside the repository, or --data DIR): the quality gate measured nothing.");
            return 0;
        }

        if (!Directory.Exists(Path.Combine(shared, "score")))
        {
            Console.Error.WriteLine($"{shared} has no folder \"score\": it is no measuring data.");
            return 1;
        }

        if (!await HasPythonAsync(cancel))
        {
            Console.WriteLine("No python3 on the path: the quality gate measured nothing.");
            return 0;
        }

        var scratch = Directory.CreateTempSubdirectory("globe-echo-quality-");
        try
        {
            return await MeasureAsync(new TrialRun(shared, scratch.FullName), update, cancel);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(TrialRun run, bool update, CancellationToken cancel)
    {
        var baseline = Baseline.Read();
        var table = new Table().Border(TableBorder.Simple).AddColumns("measure", "floor", "now", "verdict");
        var failures = new List<string>();
        foreach (var trial in Trial.All)
        {
            var result = await run.RunAsync(trial, cancel);
            if (result is TrialResult.Broken broken)
            {
                failures.Add($"{trial.Name}: {broken.Reason}");
                table.AddRow(Markup.Escape(trial.Measures[0].Name) + " ...", "", "", "not measured");
                continue;
            }

            var scored = (TrialResult.Scored)result;
            table.AddRow($"[grey]{trial.Name}: {scored.Took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s[/]", "", "", "");
            foreach (var measure in trial.Measures)
                table.AddRow(Judge(measure, scored.Of(measure), baseline, update, failures));
        }

        failures.AddRange(baseline.Names.Except(Trial.All.SelectMany(t => t.Measures).Select(m => m.Name)).Select(n => $"{n} has a floor and no measure"));
        AnsiConsole.Write(table);
        foreach (var failure in failures)
            Console.WriteLine("not held: " + failure);
        if (update)
            baseline.Write();
        Console.WriteLine(failures.Count == 0 ? "Every floor holds." : $"{failures.Count} not held.");
        return failures.Count == 0 ? 0 : 1;
    }

    private static string[] Judge(Measure measure, double? value, Baseline baseline, bool update, List<string> failures)
    {
        var floor = baseline.Of(measure);
        if (value is not { } now)
        {
            failures.Add($"{measure.Name}: the score has no {measure.Key}");
            return [measure.Name, Text(floor?.Value), "", "no such number"];
        }

        if (floor is not null && !floor.Holds(now))
        {
            failures.Add($"{measure.Name} fell from {Text(floor.Value)} to {Text(now)}");
            return [measure.Name, Text(floor.Value), Text(now), "FELL"];
        }

        if (update && baseline.Raise(measure, now))
            return [measure.Name, Text(floor?.Value), Text(now), floor is null ? "first floor" : "raised"];
        if (floor is null)
            failures.Add($"{measure.Name} has no floor yet; set it with --update");
        return [measure.Name, Text(floor?.Value), Text(now), floor is null ? "no floor" : floor.Value.Equals(now) ? "holds" : Distance(floor, now)];
    }

    private static string Distance(Baseline.Floor floor, double now) =>
        (floor.Better == Better.Higher) == (now > floor.Value) ? "better" : "holds, within tolerance";

    private static string Text(double? value) => value?.ToString("0.#####", CultureInfo.InvariantCulture) ?? "-";

    private static async Task<bool> HasPythonAsync(CancellationToken cancel)
    {
        try
        {
            return (await Child.RunAsync("python3", ["--version"], cancel)).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
