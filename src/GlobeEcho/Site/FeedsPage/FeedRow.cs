using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Feeds.WebSub;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.FeedsPage;

/// <summary>A feed as the page of feeds shows it.</summary>
public sealed record FeedRow(FeedStatus Status)
{
    public Feed Feed => Status.Feed;

    public FeedCondition State => Feed.Condition;

    /// <summary>Its title, or its address where the title only repeats who publishes it.</summary>
    public string Called => IsNamesake ? Feed.Address.Authority + Feed.Address.PathAndQuery : Feed.Title;

    /// <summary>"World of The Meridian", or the publisher's name alone where the title repeats it.</summary>
    public string FullName => IsNamesake ? Feed.Publisher.Name : $"{Feed.Title} of {Feed.Publisher.Name}";

    public bool InTrouble => State is FeedCondition.Failing or FeedCondition.Gone;

    /// <summary>Why it is not well, or why its entries are refused; null when there is nothing to say.</summary>
    public string? Reason => State switch
    {
        FeedCondition.Gone => Feed.Health.FailureReason ?? "The publisher says this feed is gone for good; it is not asked again.",
        FeedCondition.Failing => Feed.Health.FailureReason ?? "The last try failed.",
        FeedCondition.New => "Not asked yet.",
        FeedCondition.Paused => null,
        _ => Status.LastReason is { } reason && Status.Waiting + Status.Refused > 0 ? "Last page not read: " + reason : null,
    };

    /// <summary>How often it has something new; null while that is not known.</summary>
    public string? Rhythm => Feed.Rhythm.Gap switch
    {
        null => null,
        { TotalMinutes: < 2 } => "every minute",
        { TotalMinutes: < 90 } gap => $"every {Count.Of((int)gap.TotalMinutes, "minute")}",
        { TotalHours: < 48 } gap => $"every {Count.Of((int)Math.Round(gap.TotalHours), "hour")}",
        { } gap => $"every {Count.Of((int)Math.Round(gap.TotalDays), "day")}",
    };

    /// <summary>The hub that sends what is new; null when the feed is only asked.</summary>
    public string? Hub => Status.Subscription is { State: SubscriptionState.Verified } push ? push.Hub.Host : null;

    public bool Fits(FeedsAsk ask) => Fits(ask.Filter) && (ask.Words is null || ask.Words.Split(' ').All(Says));

    private bool IsNamesake => Feed.Title.Equals(Feed.Publisher.Name, StringComparison.OrdinalIgnoreCase);

    private bool Fits(FeedFilter filter) => filter switch
    {
        FeedFilter.Trouble => InTrouble,
        FeedFilter.Well => State == FeedCondition.Well,
        FeedFilter.New => State == FeedCondition.New,
        FeedFilter.Paused => State == FeedCondition.Paused,
        FeedFilter.Muted => Feed.Publisher.Muted,
        _ => true,
    };

    private bool Says(string word) =>
        Holds(Feed.Publisher.Name, word) || Holds(Feed.Title, word) || Holds(Feed.Section, word) || Holds(Feed.Address.AbsoluteUri, word);

    private static bool Holds(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
}
