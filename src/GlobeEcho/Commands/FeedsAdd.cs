using System.CommandLine;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo feeds add</c>: one more feed, after it was tried.</summary>
internal static class FeedsAdd
{
    private static readonly Argument<string> Url = new("URL") { Description = "The address of the feed." };

    private static readonly Option<string?> Publisher = new("--publisher")
    {
        Description = "Who publishes it (default: the feed's title). Feeds of one publisher are one voice.",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Section = new("--section") { Description = "The section it belongs to.", HelpName = "S" };

    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("add", "Add a feed; it is asked once first, to see that it is one.") { Url, Publisher, Section, CommandOptions.Data };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        var asked = FeedsCommand.Address(line.GetValue(Url)!);
        await using var services = open(line);
        var desk = services.GetRequiredService<FeedDesk>();
        var (document, address) = await desk.TryAsync(asked, cancel) switch
        {
            FeedTrial.Reads reads => (reads.Document, reads.MovedPermanently ? reads.Address : asked),
            FeedTrial.NotAFeed { Feeds.Count: > 0 } page => throw new OperatorException(
                $"{asked} was not added: {page.Reason} It names these feeds: {string.Join(", ", page.Feeds)}"),
            FeedTrial.NotAFeed not => throw new OperatorException($"{asked} was not added: {not.Reason}"),
            FeedTrial.NoAnswer none => throw new OperatorException($"{asked} was not added: {none.Reason}"),
            var other => throw new InvalidOperationException($"A trial cannot end as {other}."),
        };

        var title = document.Title.Length > 0 ? document.Title : address.Host;
        var publisher = line.GetValue(Publisher)?.Trim() is { Length: > 0 } name ? name : title;
        var section = line.GetValue(Section)?.Trim() is { Length: > 0 } given ? given : null;
        var listing = new FeedListing(publisher, document.Home, document.Language, address, title, section);
        if (await desk.AddAsync([listing], cancel) == 0)
            throw new OperatorException($"{address} is in the list already.");
        await Console.Out.WriteLineAsync($"Added {title} ({document.Format}, {document.Items.Count} items) by {publisher}.");
        return 0;
    }
}
