using System.CommandLine;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo feeds</c>: who the paper reads.</summary>
internal static class FeedsCommand
{
    public static Argument<string> Url { get; } = new("URL") { Description = "The feed's address, as feeds list shows it." };

    /// <param name="open">Makes the newsroom's services for the command line that was given; the command disposes them.</param>
    public static Command Create(Func<ParseResult, ServiceProvider> open) =>
        new("feeds", "List, show, add, pause, mute, remove, check, import and export the feeds the paper reads.")
        {
            FeedsList.Create(open),
            FeedsShow.Create(open),
            FeedsAdd.Create(open),
            FeedsPause.Create(open, paused: true),
            FeedsPause.Create(open, paused: false),
            FeedsMute.Create(open, muted: true),
            FeedsMute.Create(open, muted: false),
            FeedsRemove.Create(open),
            FeedsCheck.Create(open),
            FeedsImport.Create(open),
            FeedsExport.Create(open),
        };

    /// <exception cref="OperatorException">The text is no http address.</exception>
    public static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new OperatorException($"{text} is no address of a feed: it must begin with http:// or https://.");

    /// <summary>The feed the command line names.</summary>
    /// <exception cref="OperatorException">There is none.</exception>
    public static async Task<FeedStatus> FindAsync(FeedDesk desk, ParseResult line, CancellationToken cancel)
    {
        var address = Address(line.GetValue(Url)!);
        return await desk.StatusAsync(address, cancel)
            ?? throw new OperatorException($"There is no feed {address}. See the addresses with: globe-echo feeds list");
    }
}
