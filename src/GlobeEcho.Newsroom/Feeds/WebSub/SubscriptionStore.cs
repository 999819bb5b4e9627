using GlobeEcho.Newsroom.Archive;

namespace GlobeEcho.Newsroom.Feeds.WebSub;

/// <summary>Subscriptions with hubs as rows. Owns subscription.</summary>
public sealed class SubscriptionStore
{
    private const string Columns =
        """
        feed_id AS feedId, hub, topic, token, secret, state, failures, reason, next_step AS nextStep, lease_until AS leaseUntil, last_push AS lastPush
        """;

    public async Task<IReadOnlyList<Subscription>> AllAsync(ArchiveSession session, CancellationToken cancel) =>
        (await session.QueryAsync<Row>($"SELECT {Columns} FROM subscription", null, cancel)).Select(r => r.ToSubscription()).ToList();

    public async Task<Subscription?> FindAsync(ArchiveSession session, FeedId feed, CancellationToken cancel) =>
        (await session.FirstAsync<Row>($"SELECT {Columns} FROM subscription WHERE feed_id = @id", new { id = feed.Value }, cancel))?.ToSubscription();

    public async Task<Subscription?> FindAsync(ArchiveSession session, string token, CancellationToken cancel) =>
        (await session.FirstAsync<Row>($"SELECT {Columns} FROM subscription WHERE token = @token", new { token }, cancel))?.ToSubscription();

    /// <summary>Those whose next step is due, the longest overdue first.</summary>
    public async Task<IReadOnlyList<Subscription>> DueAsync(ArchiveSession session, DateTimeOffset now, int limit, CancellationToken cancel) =>
        (await session.QueryAsync<Row>(
            $"SELECT {Columns} FROM subscription WHERE next_step <= @now ORDER BY next_step LIMIT @limit", new { now = now.ToUnixTimeMilliseconds(), limit }, cancel))
        .Select(r => r.ToSubscription()).ToList();

    /// <summary>Adds it, or replaces what the feed had.</summary>
    public Task SaveAsync(ArchiveSession session, Subscription subscription, CancellationToken cancel) => session.ExecuteAsync(
        """
        INSERT OR REPLACE INTO subscription (feed_id, hub, topic, token, secret, state, failures, reason, next_step, lease_until, last_push)
        VALUES (@feed, @hub, @topic, @token, @secret, @state, @failures, @reason, @nextStep, @leaseUntil, @lastPush)
        """,
        new
        {
            feed = subscription.Feed.Value,
            hub = subscription.Hub.AbsoluteUri,
            topic = subscription.Topic.AbsoluteUri,
            token = subscription.Token,
            secret = subscription.Secret,
            state = (int)subscription.State,
            failures = subscription.Failures,
            reason = subscription.Reason,
            nextStep = subscription.NextStep.ToUnixTimeMilliseconds(),
            leaseUntil = subscription.LeaseUntil?.ToUnixTimeMilliseconds(),
            lastPush = subscription.LastPush?.ToUnixTimeMilliseconds(),
        },
        cancel);

    public Task RemoveAsync(ArchiveSession session, FeedId feed, CancellationToken cancel) =>
        session.ExecuteAsync("DELETE FROM subscription WHERE feed_id = @id", new { id = feed.Value }, cancel);

    private sealed class Row
    {
        public long FeedId { get; init; }
        public required string Hub { get; init; }
        public required string Topic { get; init; }
        public required string Token { get; init; }
        public required string Secret { get; init; }
        public int State { get; init; }
        public int Failures { get; init; }
        public string? Reason { get; init; }
        public long NextStep { get; init; }
        public long? LeaseUntil { get; init; }
        public long? LastPush { get; init; }

        public Subscription ToSubscription() => new(
            new FeedId(FeedId), new Uri(Hub), new Uri(Topic), Token, Secret, (SubscriptionState)State, Failures, Reason,
            DateTimeOffset.FromUnixTimeMilliseconds(NextStep), Moment(LeaseUntil), Moment(LastPush));

        private static DateTimeOffset? Moment(long? milliseconds) => milliseconds is { } m ? DateTimeOffset.FromUnixTimeMilliseconds(m) : null;
    }
}
