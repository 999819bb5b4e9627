using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom.Feeds;
using Spectre.Console;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo feeds add</c>: one more feed, by its own address or its site's, after it was tried.</summary>
internal static class FeedsAdd
{
    private static readonly Argument<string> Url = new("URL") { Description = "The address of a feed, or of a site whose feeds are looked for." };

    private static readonly Option<string?> Publisher = new("--publisher")
    {
        Description = "Who publishes it (default: the feed's title). Feeds of one publisher are one voice.",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Section = new("--section") { Description = "The section it belongs to.", HelpName = "S" };

    private static readonly Option<bool> Preview = new("--preview") { Description = "Only show what is there; nothing is added." };

    private static readonly Option<bool> All = new("--all") { Description = "Add all feeds the site names, as one publisher's." };

    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("add", "Add a feed, by its address or its site's; it is asked once first, to see that it is one.")
        {
            Url, Publisher, Section, Preview, All, CommandOptions.Data, CommandOptions.Json,
        };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        var asked = FeedsCommand.Address(line.GetValue(Url)!);
        await using var services = open(line);
        var desk = services.GetRequiredService<FeedDesk>();
        var preview = await desk.PreviewAsync(asked, cancel);
        if (line.GetValue(Preview))
            return await ShowAsync(preview, line.GetValue(CommandOptions.Json));
        if (preview.Reason is { } reason)
            throw new OperatorException($"{asked} was not added: {reason}");
        if (preview.Found.Count > 1 && !line.GetValue(All))
        {
            throw new OperatorException(
                $"{asked} was not added: it names several feeds. Add the one you want, or all of them with --all: {string.Join(", ", preview.Found.Select(f => f.Address))}");
        }

        var wanted = preview.Found.Where(f => !f.Known).ToList();
        if (wanted.Count == 0)
            throw new OperatorException($"{string.Join(", ", preview.Found.Select(f => f.Address))} is in the list already.");
        var publisher = Given(line, Publisher) ?? (wanted.Count > 1 ? wanted[0].Title : null);
        var listings = wanted.Select(f => f.Listing with { PublisherName = publisher ?? f.Title, Section = Given(line, Section) }).ToList();
        await desk.AddAsync(listings, cancel);
        if (line.GetValue(CommandOptions.Json))
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(wanted.Select(Line), FeedLine.Form));
        else
            await Console.Out.WriteLineAsync(string.Join(
                Environment.NewLine,
                wanted.Zip(listings, (f, l) => $"Added {f.Title} ({f.Document.Format}, {f.Document.Items.Count} items) by {l.PublisherName}: {f.Address}")));
        return 0;
    }

    private static async Task<int> ShowAsync(FeedPreview preview, bool json)
    {
        if (json)
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { preview.Reason, found = preview.Found.Select(Line) }, FeedLine.Form));
        else if (preview.Reason is { } reason)
            await Console.Out.WriteLineAsync(reason);
        else
            AnsiConsole.Write(Table(preview.Found));
        return preview.Found.Count > 0 ? 0 : 1;
    }

    private static Table Table(IEnumerable<FeedSample> found)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Feed", "Items", "A day", "Newest");
        foreach (var feed in found)
        {
            table.AddRow(
                Markup.Escape($"{feed.Title} ({feed.Document.Format}){(feed.Known ? ", in the list already" : "")}\n{feed.Address}"),
                feed.Document.Items.Count.ToString(CultureInfo.InvariantCulture),
                feed.EntriesADay?.ToString("0.#", CultureInfo.InvariantCulture) ?? "-",
                Markup.Escape(string.Join('\n', feed.Newest)));
        }

        return table;
    }

    private static object Line(FeedSample feed) => new
    {
        feed.Address,
        feed.Title,
        feed.Document.Format,
        feed.Document.Home,
        feed.Document.Language,
        items = feed.Document.Items.Count,
        feed.Latest,
        feed.EntriesADay,
        feed.Newest,
        feed.Known,
    };

    private static string? Given(ParseResult line, Option<string?> option) => line.GetValue(option)?.Trim() is { Length: > 0 } given ? given : null;
}
