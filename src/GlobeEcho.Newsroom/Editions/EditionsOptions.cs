using System.ComponentModel.DataAnnotations;

namespace GlobeEcho.Newsroom.Editions;

/// <summary>What an edition holds. Configuration section <c>Editions</c>.</summary>
public sealed class EditionsOptions
{
    /// <summary>How many stories stand in an edition at most.</summary>
    [Range(1, 5000)]
    public int MaxStories { get; set; } = 300;

    /// <summary>How many days back a story's last telling may lie. When nothing is that new, the newest stories stay whatever their age.</summary>
    [Range(1, 3650)]
    public int WindowDays { get; set; } = 4;
}
