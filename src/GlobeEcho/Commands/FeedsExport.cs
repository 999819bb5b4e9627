using System.CommandLine;
using System.Text.Json;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo feeds export</c>: the feeds as a list that any feed reader takes.</summary>
internal static class FeedsExport
{
    private static readonly Argument<string?> Target = new("FILE")
    {
        Description = "The file to write; standard output without one.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("export", "Write the feeds as a list (OPML), or with --json with all that is known of them.") { Target, CommandOptions.Data, CommandOptions.Json };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        await using var services = open(line);
        var feeds = await services.GetRequiredService<FeedDesk>().StatusAsync(cancel);
        var list = line.GetValue(CommandOptions.Json)
            ? JsonSerializer.Serialize(feeds.Select(FeedLine.Of), FeedLine.Form) + Environment.NewLine
            : OpmlWriter.Write(feeds.Select(s => s.Feed));
        if (line.GetValue(Target) is not { } file)
        {
            await Console.Out.WriteAsync(list);
            return 0;
        }

        try
        {
            await File.WriteAllTextAsync(file, list, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"{file} cannot be written: {e.Message}", e);
        }

        await Console.Out.WriteLineAsync($"Wrote {feeds.Count} feeds to {file}.");
        return 0;
    }
}
