using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>What the operator can do about a feed that is not well, in one or two plain sentences.</summary>
public static class FeedAdvice
{
    // Below this many failures it may be over by itself.
    private const int Patience = 5;

    /// <summary>Null when there is nothing to do.</summary>
    public static string? For(Feed feed) => feed switch
    {
        { Health.Gone: true } => "Look on the publisher's site for a new feed and add it; this one can be removed.",
        { Paused: true } => "Resume it when it is wanted again.",
        { Health.Failures: 0, Move: { } move } => $"It says it has moved to {move.Target}; that is taken over when it has said so for a day.",
        { Health.Failures: 0 } => null,
        { Health.Fault: { } fault } => For(fault, feed),
        _ => $"The address answers, but with no feed. Add the site's own address instead ({feed.Address.GetLeftPart(UriPartial.Authority)}): its feeds are looked for.",
    };

    private static string For(FetchFault fault, Feed feed) => fault switch
    {
        FetchFault.Name => "Check the address for a slip. If it is right, the site's name has lapsed, or this machine's DNS does not work.",
        FetchFault.Connection => Later(feed, "The site does not take connections. Try it in a browser; if it works there, the way from this machine is barred."),
        FetchFault.Security => "The site's certificate is not in order, or is not for this name. Try the address with another host name, or tell the publisher.",
        FetchFault.Timeout => Later(feed, "The site is too slow. Raise Fetching:TimeoutSeconds if it always is."),
        FetchFault.Denied => "The publisher does not let us in: some turn away whatever is no browser. Set Fetching:Contact, so that they can see whose paper it is, and ask them.",
        FetchFault.NotFound => "There is nothing at this address any more. Add the site's own address: its feeds are looked for.",
        FetchFault.Busy => Later(feed, "The site wants to be asked less often. Raise Feeds:MinimumMinutes if it goes on."),
        FetchFault.Server or FetchFault.Broken or FetchFault.Rejected => Later(feed, "The trouble is on the publisher's side. Tell them, or look for another feed of theirs."),
        FetchFault.TooLarge => "The feed is larger than Fetching:MaxBytes. Raise it if you trust the publisher.",
        FetchFault.PrivateAddress => "The address leads into a private network. If it is yours, name the host in Fetching:AllowedHosts.",
        FetchFault.Redirects => "The site sends us round in circles. Open the address in a browser and add the one it ends at.",
        FetchFault.Scheme => "Only http and https addresses are asked for. Remove it and add the right one.",
        _ => Later(feed, "Try it with: globe-echo feeds check ADDRESS"),
    };

    private static string Later(Feed feed, string then) =>
        feed.Health.Failures < Patience ? "Nothing yet: it is tried again by itself." : then;
}
