using System.CommandLine;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo feeds remove</c>: one feed less; its articles stay.</summary>
internal static class FeedsRemove
{
    private static readonly Argument<string> Url = new("URL") { Description = "The feed's address, as feeds list shows it." };

    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("remove", "Remove a feed and its entries that were not read; articles and stories stay.") { Url, CommandOptions.Data };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        var address = FeedsCommand.Address(line.GetValue(Url)!);
        await using var services = open(line);
        var desk = services.GetRequiredService<FeedDesk>();
        var known = (await desk.StatusAsync(cancel)).FirstOrDefault(s => s.Feed.Address == address);
        if (known is null || !await desk.RemoveAsync(known.Feed.Id, cancel))
            throw new OperatorException($"There is no feed {address}. See the addresses with: globe-echo feeds list");
        await Console.Out.WriteLineAsync($"Removed {known.Feed.Title}.");
        return 0;
    }
}
