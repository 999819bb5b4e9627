namespace GlobeEcho.Newsroom.Feeds.WebSub;

/// <summary>Where a subscription stands. The numbers are stored.</summary>
public enum SubscriptionState
{
    /// <summary>The hub has not been asked yet.</summary>
    Wanted = 0,

    /// <summary>The hub was asked and has not asked back yet.</summary>
    Asked = 1,

    /// <summary>The hub has asked back and was told yes; it sends what is new until the lease ends.</summary>
    Verified = 2,

    /// <summary>The hub said no.</summary>
    Denied = 3,
}
