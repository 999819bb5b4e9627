using System.CommandLine;
using System.Text.Json;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo feeds pause</c> and <c>resume</c>: a feed that is not asked for a while.</summary>
internal static class FeedsPause
{
    public static Command Create(Func<ParseResult, ServiceProvider> open, bool paused)
    {
        var command = paused
            ? new Command("pause", "Ask a feed no more until it is resumed; what it brought stays.")
            : new Command("resume", "Ask a paused feed again, at once.");
        command.Add(FeedsCommand.Url);
        command.Add(CommandOptions.Data);
        command.Add(CommandOptions.Json);
        command.SetAction((line, cancel) => RunAsync(line, open, paused, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, bool paused, CancellationToken cancel)
    {
        await using var services = open(line);
        var desk = services.GetRequiredService<FeedDesk>();
        var known = await FeedsCommand.FindAsync(desk, line, cancel);
        await desk.PauseAsync(known.Feed.Id, paused, cancel);
        var now = await FeedsCommand.FindAsync(desk, line, cancel);
        await Console.Out.WriteLineAsync(line.GetValue(CommandOptions.Json)
            ? JsonSerializer.Serialize(FeedLine.Of(now), FeedLine.Form)
            : $"{(paused ? "Paused" : "Resumed")} {known.Feed.Title}.");
        return 0;
    }
}
