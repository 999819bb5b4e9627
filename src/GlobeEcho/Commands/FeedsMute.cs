using System.CommandLine;
using System.Text.Json;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo feeds mute</c> and <c>unmute</c>: a publisher whose tellings are not printed.</summary>
internal static class FeedsMute
{
    private static readonly Argument<string> Who = new("PUBLISHER|URL") { Description = "The publisher's name, or the address of one of its feeds." };

    public static Command Create(Func<ParseResult, ServiceProvider> open, bool muted)
    {
        var command = muted
            ? new Command("mute", "Print nothing a publisher tells; its feeds are read all the same, and stories others tell too stay.")
            : new Command("unmute", "Print a muted publisher's tellings again.");
        command.Add(Who);
        command.Add(CommandOptions.Data);
        command.Add(CommandOptions.Json);
        command.SetAction((line, cancel) => RunAsync(line, open, muted, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, bool muted, CancellationToken cancel)
    {
        var who = line.GetValue(Who)!.Trim();
        await using var services = open(line);
        var desk = services.GetRequiredService<FeedDesk>();
        var feeds = await desk.StatusAsync(cancel);
        var publisher = feeds.Select(f => f.Feed).FirstOrDefault(f => f.Publisher.Name.Equals(who, StringComparison.OrdinalIgnoreCase) || f.Address.AbsoluteUri == who)?.Publisher
            ?? throw new OperatorException($"There is no publisher and no feed {who}. See them with: globe-echo feeds list");
        await desk.MuteAsync(publisher.Id, muted, cancel);
        await Console.Out.WriteLineAsync(line.GetValue(CommandOptions.Json)
            ? JsonSerializer.Serialize(new { publisher = publisher.Name, muted, feeds = feeds.Count(f => f.Feed.Publisher.Id == publisher.Id) }, FeedLine.Form)
            : muted ? $"Muted {publisher.Name}: no page prints what it tells." : $"{publisher.Name} is printed again.");
        return 0;
    }
}
