using System.Diagnostics;

namespace GlobeEcho.Bench;

/// <summary>Another program run to its end.</summary>
/// <param name="Errors">What it wrote to standard error, cut to its last 2,000 characters.</param>
internal sealed record Child(int ExitCode, string Output, string Errors, TimeSpan Took)
{
    private const int ErrorCharacters = 2_000;

    public static async Task<Child> RunAsync(
        string file, IEnumerable<string> arguments, CancellationToken cancel, IReadOnlyDictionary<string, string>? environment = null)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start(file, arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        var took = Stopwatch.GetElapsedTime(started);
        var said = (await errors).Trim();
        return new Child(process.ExitCode, await output, said.Length > ErrorCharacters ? said[^ErrorCharacters..] : said, took);
    }

    public static Process Start(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, bool input = false)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = input };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
