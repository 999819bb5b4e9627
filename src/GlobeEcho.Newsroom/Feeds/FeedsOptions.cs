using System.ComponentModel.DataAnnotations;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>How feeds are asked. Configuration section <c>Feeds</c>.</summary>
public sealed class FeedsOptions
{
    /// <summary>Feeds asked in one pass at most.</summary>
    [Range(1, 100_000)]
    public int Batch { get; set; } = 500;

    /// <summary>Feeds asked at once.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 32;

    /// <summary>Least minutes between two checks of a feed that is well.</summary>
    [Range(1, 1440)]
    public int MinimumMinutes { get; set; } = 10;

    /// <summary>Most minutes between two checks of a feed that is well.</summary>
    [Range(1, 10_080)]
    public int MaximumMinutes { get; set; } = 360;

    /// <summary>Items older than this many days are not added; 0 adds them whatever their age.</summary>
    [Range(0, 36_500)]
    public int MaxAgeDays { get; set; }

    /// <summary>Where hubs (WebSub) reach this paper; `serve` takes it from Site:Address. Without it feeds are only polled.</summary>
    public Uri? Callback { get; set; }
}
