namespace GlobeEcho.Newsroom.Feeds.WebSub;

/// <summary>A feed's hub has been asked to send what is new (WebSub); polling goes on beside it, more seldom.</summary>
/// <param name="Topic">The feed's address as it calls itself, which the hub knows it by.</param>
/// <param name="Token">The end of our callback's address; nobody else can guess it.</param>
/// <param name="Secret">What the hub signs its deliveries with.</param>
/// <param name="Failures">Requests to the hub that came to nothing, in a row.</param>
/// <param name="Reason">Plain words of the last failure or refusal.</param>
/// <param name="NextStep">When the hub is asked, or asked again, UTC.</param>
/// <param name="LeaseUntil">Until when the hub sends, UTC; null before it agreed.</param>
/// <param name="LastPush">The last delivery that was signed and was a feed, UTC.</param>
public sealed record Subscription(
    FeedId Feed,
    Uri Hub,
    Uri Topic,
    string Token,
    string Secret,
    SubscriptionState State,
    int Failures,
    string? Reason,
    DateTimeOffset NextStep,
    DateTimeOffset? LeaseUntil,
    DateTimeOffset? LastPush);
