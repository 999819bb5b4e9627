using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom.Feeds;
using Spectre.Console;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo feeds list</c>: every feed and how it is doing.</summary>
internal static class FeedsList
{
    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web) { WriteIndented = true };

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
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(feeds.Select(Row), JsonForm));
        else if (feeds.Count == 0)
            await Console.Out.WriteLineAsync("There are no feeds yet. Add one with: globe-echo feeds add URL");
        else
            AnsiConsole.Write(Table(feeds));
        return 0;
    }

    private static object Row(FeedStatus status) => new
    {
        publisher = status.Feed.Publisher.Name,
        title = status.Feed.Title,
        address = status.Feed.Address,
        section = status.Feed.Section,
        lastTried = status.Feed.Health.LastTried,
        lastGood = status.Feed.Health.LastGood,
        nextCheck = status.Feed.Health.Gone ? (DateTimeOffset?)null : status.Feed.Health.NextCheck,
        failures = status.Feed.Health.Failures,
        failureReason = status.Feed.Health.FailureReason,
        gone = status.Feed.Health.Gone,
        waiting = status.Waiting,
        read = status.Read,
        refused = status.Refused,
        lastReason = status.LastReason,
    };

    private static Table Table(IReadOnlyList<FeedStatus> feeds)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Publisher", "Feed", "Last good", "Waiting", "Read", "Refused", "State");
        foreach (var (feed, waiting, read, refused, _) in feeds)
        {
            var state = feed.Health switch
            {
                { Gone: true } => "gone",
                { FailureReason: { } reason } => $"failed {feed.Health.Failures} times: {reason}",
                { LastGood: null } => "not asked yet",
                _ => "well",
            };
            var good = feed.Health.LastGood?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "never";
            table.AddRow(
                Markup.Escape(feed.Publisher.Name), Markup.Escape($"{feed.Title}\n{feed.Address}"), good,
                Number(waiting), Number(read), Number(refused), Markup.Escape(state));
        }

        return table.Caption("Times are UTC.");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
