using System.Text.Json;
using System.Text.Json.Serialization;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Commands;

/// <summary>A feed as the commands write it for machines.</summary>
/// <param name="Rhythm">The usual minutes between two items; null while it is not known.</param>
/// <param name="Error">Plain words of what is wrong; null when it is well.</param>
/// <param name="Advice">What the operator can do; null when there is nothing to do.</param>
/// <param name="Push">What its hub has agreed to; null when it is only polled.</param>
internal sealed record FeedLine(
    string Publisher,
    bool Muted,
    string Title,
    Uri Address,
    string? Section,
    FeedCondition State,
    FeedTimes Times,
    double? Rhythm,
    FeedCounts Entries,
    string? Error,
    string? Advice,
    string? Push)
{
    public static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static FeedLine Of(FeedStatus status) => new(
        status.Feed.Publisher.Name,
        status.Feed.Publisher.Muted,
        status.Feed.Title,
        status.Feed.Address,
        status.Feed.Section,
        status.Feed.Condition,
        new FeedTimes(status.Feed.Health.LastTried, status.Feed.Health.LastGood, status.NextCheck, status.Feed.Rhythm.Newest),
        status.Feed.Rhythm.Gap is { } gap ? Math.Round(gap.TotalMinutes, 1) : null,
        new FeedCounts(status.EntriesADay, status.Waiting, status.Read, status.Refused, status.LastReason),
        status.Feed.Health.FailureReason,
        status.Advice,
        status.Subscription is { } push ? $"{push.State} at {push.Hub.Host}" : null);
}
