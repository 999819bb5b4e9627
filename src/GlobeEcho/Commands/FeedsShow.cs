using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo feeds show</c>: all about one feed, and what to do when it is not well.</summary>
internal static class FeedsShow
{
    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("show", "Show one feed: state, times, rhythm, entries, what is wrong and what to do.")
        {
            FeedsCommand.Url, CommandOptions.Data, CommandOptions.Json,
        };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        await using var services = open(line);
        var status = await FeedsCommand.FindAsync(services.GetRequiredService<FeedDesk>(), line, cancel);
        var shown = FeedLine.Of(status);
        if (line.GetValue(CommandOptions.Json))
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(shown, FeedLine.Form));
        else
            await Console.Out.WriteLineAsync(string.Join(Environment.NewLine, Lines(shown).Where(l => l.Value is not null).Select(l => $"{l.Name,-14}{l.Value}")));
        return 0;
    }

    private static IEnumerable<(string Name, string? Value)> Lines(FeedLine feed) =>
    [
        ("Feed", feed.Title),
        ("Publisher", feed.Publisher + (feed.Muted ? " (muted)" : "")),
        ("Address", feed.Address.AbsoluteUri),
        ("Section", feed.Section),
        ("State", feed.State.ToString().ToLowerInvariant()),
        ("Last good", Moment(feed.Times.LastGood) ?? "never"),
        ("Last tried", Moment(feed.Times.LastTried) ?? "never"),
        ("Next check", Moment(feed.Times.NextCheck) ?? "never"),
        ("Newest item", Moment(feed.Times.NewestItem)),
        ("Rhythm", feed.Rhythm is { } minutes ? string.Create(CultureInfo.InvariantCulture, $"an item every {minutes:0.#} minutes") : null),
        ("Entries", string.Create(
            CultureInfo.InvariantCulture,
            $"{feed.Entries.ADay:0.#} a day; {feed.Entries.Waiting} waiting, {feed.Entries.Read} read, {feed.Entries.Refused} refused")),
        ("Last refusal", feed.Entries.LastReason),
        ("Hub", feed.Push),
        ("Error", feed.Error),
        ("What to do", feed.Advice),
    ];

    private static string? Moment(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
