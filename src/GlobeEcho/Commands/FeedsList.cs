using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom.Feeds;
using Spectre.Console;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo feeds list</c>: every feed and how it is doing.</summary>
internal static class FeedsList
{
    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("list", "List the feeds, how they are doing and what came of their entries.") { CommandOptions.Data, CommandOptions.Json };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        await using var services = open(line);
        var feeds = await services.GetRequiredService<FeedDesk>().StatusAsync(cancel);
        if (line.GetValue(CommandOptions.Json))
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(feeds.Select(FeedLine.Of), FeedLine.Form));
        else if (feeds.Count == 0)
            await Console.Out.WriteLineAsync("There are no feeds yet. Add one with: globe-echo feeds add URL");
        else
            AnsiConsole.Write(Table(feeds));
        return 0;
    }

    private static Table Table(IReadOnlyList<FeedStatus> feeds)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Publisher", "Feed", "Last good", "Next", "A day", "Waiting", "Read", "Refused", "State");
        foreach (var status in feeds)
        {
            var feed = status.Feed;
            var state = feed.Condition switch
            {
                FeedCondition.Failing => $"failed {feed.Health.Failures} times: {feed.Health.FailureReason}",
                FeedCondition.New => "not asked yet",
                var other => other.ToString().ToLowerInvariant(),
            };
            table.AddRow(
                Markup.Escape(feed.Publisher.Name + (feed.Publisher.Muted ? " (muted)" : "")), Markup.Escape($"{feed.Title}\n{feed.Address}"),
                Moment(feed.Health.LastGood), Moment(status.NextCheck), status.EntriesADay.ToString("0.#", CultureInfo.InvariantCulture),
                Number(status.Waiting), Number(status.Read), Number(status.Refused), Markup.Escape(state));
        }

        return table.Caption("Times are UTC. What to do about a feed: globe-echo feeds show URL");
    }

    private static string Moment(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "never";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
