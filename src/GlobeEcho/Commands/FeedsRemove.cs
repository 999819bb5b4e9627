using System.CommandLine;
using System.Text.Json;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo feeds remove</c>: one feed less; its articles stay.</summary>
internal static class FeedsRemove
{
    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("remove", "Remove a feed and its entries that were not read; articles and stories stay.")
        {
            FeedsCommand.Url, CommandOptions.Data, CommandOptions.Json,
        };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        await using var services = open(line);
        var desk = services.GetRequiredService<FeedDesk>();
        var known = await FeedsCommand.FindAsync(desk, line, cancel);
        await desk.RemoveAsync(known.Feed.Id, cancel);
        await Console.Out.WriteLineAsync(line.GetValue(CommandOptions.Json)
            ? JsonSerializer.Serialize(new { removed = known.Feed.Address, known.Feed.Title }, FeedLine.Form)
            : $"Removed {known.Feed.Title}.");
        return 0;
    }
}
