using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom.Feeds;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo feeds check</c>: asks feeds now and says what came; nothing is saved.</summary>
internal static class FeedsCheck
{
    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly Argument<string?> Url = new("URL")
    {
        Description = "The address to try, in the list or not; every feed of the list without one.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("check", "Ask one feed, or all, and say what comes; nothing is saved. Exit code 1 when one does not work.")
        {
            Url, CommandOptions.Data, CommandOptions.Json,
        };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        var asked = line.GetValue(Url) is { } url ? FeedsCommand.Address(url) : null;
        await using var services = open(line);
        var desk = services.GetRequiredService<FeedDesk>();
        List<Uri> addresses = asked is not null ? [asked] : (await desk.StatusAsync(cancel)).Select(s => s.Feed.Address).ToList();
        if (addresses.Count == 0)
            throw new OperatorException("There are no feeds to check. Add one with: globe-echo feeds add URL");

        var checks = new Check[addresses.Count];
        var several = new ParallelOptions
        {
            MaxDegreeOfParallelism = services.GetRequiredService<IOptions<FeedsOptions>>().Value.Concurrency,
            CancellationToken = cancel,
        };
        await Parallel.ForAsync(0, addresses.Count, several, async (i, stop) => checks[i] = Judge(addresses[i], await desk.TryAsync(addresses[i], stop)));
        if (line.GetValue(CommandOptions.Json))
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(checks, JsonForm));
        else
            AnsiConsole.Write(Table(checks));
        return checks.All(c => c.Works) ? 0 : 1;
    }

    private static Check Judge(Uri address, FeedTrial trial) => trial switch
    {
        FeedTrial.Reads { Document: var d } reads => new Check(
            address, true, d.Title, d.Format, d.Items.Count, d.Items.Max(i => i.Published),
            reads.MovedPermanently ? $"It has moved to {reads.Address}" : null, []),
        FeedTrial.NotAFeed not => new Check(address, false, null, null, 0, null, not.Reason, not.Feeds),
        FeedTrial.NoAnswer none => new Check(address, false, null, null, 0, null, none.Reason, []),
        _ => throw new InvalidOperationException($"A trial cannot end as {trial}."),
    };

    private static Table Table(IEnumerable<Check> checks)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Address", "Feed", "Items", "Newest", "Remark");
        foreach (var check in checks)
        {
            var remark = check.Feeds.Count > 0 ? $"{check.Remark} It names these feeds: {string.Join(", ", check.Feeds)}" : check.Remark ?? "";
            table.AddRow(
                Markup.Escape(check.Address.AbsoluteUri),
                check.Works ? Markup.Escape($"{check.Title} ({check.Format})") : "-",
                check.Items.ToString(CultureInfo.InvariantCulture),
                check.Newest?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "-",
                Markup.Escape(remark));
        }

        return table.Caption("Times are UTC.");
    }

    private sealed record Check(
        Uri Address, bool Works, string? Title, string? Format, int Items, DateTimeOffset? Newest, string? Remark, IReadOnlyList<Uri> Feeds);
}
