using System.CommandLine;
using System.Text.Json;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo feeds import</c>: the feeds of a list, as feed readers export it.</summary>
internal static class FeedsImport
{
    private static readonly Argument<string> Source = new("FILE|URL") { Description = "A list of feeds (OPML), as a file or an http address." };

    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("import", "Add the feeds of a list (OPML) that are not known yet.") { Source, CommandOptions.Data, CommandOptions.Json };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        await using var services = open(line);
        var listings = await FeedLists.ReadAsync(services.GetRequiredService<Fetcher>(), line.GetValue(Source)!, cancel);
        var added = await services.GetRequiredService<FeedDesk>().AddAsync(listings, cancel);
        if (line.GetValue(CommandOptions.Json))
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { listed = listings.Count, added }, FeedLine.Form));
        else
            await Console.Out.WriteLineAsync($"Added {added} of {listings.Count} feeds; {listings.Count - added} were known already.");
        return 0;
    }
}
