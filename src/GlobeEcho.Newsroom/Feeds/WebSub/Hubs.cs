using System.Globalization;
using System.Security.Cryptography;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Newsroom.Feeds.WebSub;

/// <summary>Our side of WebSub: asks hubs, answers when they ask back, and tells whose delivery is to be believed.</summary>
/// <param name="callback">Where hubs reach the paper, ending in a slash; null when they cannot, and nothing is asked.</param>
internal sealed class Hubs(NewsArchive archive, SubscriptionStore store, Fetcher fetcher, TimeProvider clock, Uri? callback)
{
    private const int AtOnce = 50;

    // Ten days, as the recommendation proposes (§5.1); a hub may give another lease.
    private static readonly TimeSpan Lease = TimeSpan.FromDays(10);
    private static readonly TimeSpan ShortestLease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(90);

    // A hub that has not asked back by then is asked again.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestPatience = TimeSpan.FromDays(2);
    private static readonly TimeSpan AfterDenial = TimeSpan.FromDays(7);

    /// <summary>Notes what a feed's newest document says of its hub, in the caller's transaction.</summary>
    public async Task NoteAsync(ArchiveSession session, FeedId feed, HubLinks? links, CancellationToken cancel)
    {
        if (callback is null)
            return;
        var known = await store.FindAsync(session, feed, cancel);
        if (links is null)
        {
            if (known is not null)
                await store.RemoveAsync(session, feed, cancel);
            return;
        }

        if (known is not null && known.Hub == links.Hub && known.Topic == links.Topic)
            return;
        var wanted = new Subscription(
            feed, links.Hub, links.Topic, RandomNumberGenerator.GetHexString(32, lowercase: true), RandomNumberGenerator.GetHexString(64, lowercase: true),
            SubscriptionState.Wanted, 0, null, clock.GetUtcNow(), null, null);
        await store.SaveAsync(session, wanted, cancel);
    }

    /// <summary>Asks the hubs whose turn it is: new ones, those whose lease ends soon, those that did not answer.</summary>
    public async Task AskAsync(CancellationToken cancel)
    {
        if (callback is null)
            return;
        IReadOnlyList<Subscription> due;
        await using (var session = await archive.ReadAsync(cancel))
            due = await store.DueAsync(session, clock.GetUtcNow(), AtOnce, cancel);
        foreach (var subscription in due)
        {
            // Written down before the hub is asked: some ask back before they answer.
            await ChangeAsync(subscription, s => Asking(s, clock.GetUtcNow()), cancel);
            var answer = await fetcher.FetchAsync(new FetchRequest(subscription.Hub, Form: Form(subscription, callback)), cancel);
            if (WhyNot(answer) is { } reason)
                await ChangeAsync(subscription, s => s with { Reason = reason }, cancel);
        }
    }

    /// <summary>Whether a hub that asks back is told yes: we wanted it, of this hub, for this topic.</summary>
    /// <param name="lease">Null when the hub did not say.</param>
    public async Task<bool> VerifyAsync(string token, string mode, string topic, TimeSpan? lease, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        if (mode != "subscribe" || await store.FindAsync(session, token, cancel) is not { State: not (SubscriptionState.Wanted or SubscriptionState.Denied) } known || !IsTopic(known, topic))
            return false;
        var now = clock.GetUtcNow();
        var until = TimeSpan.FromTicks(Math.Clamp((lease ?? Lease).Ticks, ShortestLease.Ticks, LongestLease.Ticks));
        await store.SaveAsync(
            session,
            known with { State = SubscriptionState.Verified, Failures = 0, Reason = null, LeaseUntil = now + until, NextStep = now + (until * 0.75) },
            cancel);
        await session.CommitAsync(cancel);
        return true;
    }

    /// <summary>The hub says no, or no longer. It is asked again in a week.</summary>
    public async Task DenyAsync(string token, string topic, string? reason, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        if (await store.FindAsync(session, token, cancel) is not { } known || !IsTopic(known, topic))
            return;
        var words = reason is { Length: > 0 } said ? $"The hub refused: {said[..Math.Min(said.Length, 200)]}" : "The hub refused without a reason.";
        await store.SaveAsync(
            session, known with { State = SubscriptionState.Denied, Reason = words, LeaseUntil = null, NextStep = clock.GetUtcNow() + AfterDenial }, cancel);
        await session.CommitAsync(cancel);
    }

    /// <summary>The subscription of a token; null when there is none.</summary>
    public async Task<Subscription?> FindAsync(string token, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.FindAsync(session, token, cancel);
    }

    /// <summary>Notes a delivery that was believed, in the caller's transaction; returns until when more will come, or null when that is over.</summary>
    public async Task<DateTimeOffset?> TakenAsync(ArchiveSession session, Subscription subscription, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await store.SaveAsync(session, subscription with { LastPush = now }, cancel);
        return subscription.LeaseUntil > now ? subscription.LeaseUntil : null;
    }

    private static Subscription Asking(Subscription known, DateTimeOffset now)
    {
        var wait = Patience * Math.Pow(2, Math.Min(known.Failures, 10));
        return known with
        {
            // A lease that still runs goes on while it is renewed.
            State = known.State == SubscriptionState.Verified && known.LeaseUntil > now ? SubscriptionState.Verified : SubscriptionState.Asked,
            Failures = known.Failures + 1,
            NextStep = now + (wait < LongestPatience ? wait : LongestPatience),
        };
    }

    private static KeyValuePair<string, string>[] Form(Subscription subscription, Uri callback) =>
    [
        new("hub.callback", new Uri(callback, subscription.Token).AbsoluteUri),
        new("hub.mode", "subscribe"),
        new("hub.topic", subscription.Topic.AbsoluteUri),
        new("hub.secret", subscription.Secret),
        new("hub.lease_seconds", ((long)Lease.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
    ];

    private static string? WhyNot(FetchResult answer) => answer switch
    {
        FetchResult.Fresh => null,
        FetchResult.Failed failed => failed.Reason,
        FetchResult.Refused refused => refused.Reason,
        FetchResult.Gone => "The hub is gone for good.",
        _ => "The hub did not answer as hubs do.",
    };

    private static bool IsTopic(Subscription known, string topic) => Uri.TryCreate(topic, UriKind.Absolute, out var said) && said == known.Topic;

    /// <summary>On what stands in the archive now: the hub may have asked back meanwhile.</summary>
    private async Task ChangeAsync(Subscription subscription, Func<Subscription, Subscription> change, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        if (await store.FindAsync(session, subscription.Token, cancel) is not { } now)
            return;
        await store.SaveAsync(session, change(now), cancel);
        await session.CommitAsync(cancel);
    }
}
