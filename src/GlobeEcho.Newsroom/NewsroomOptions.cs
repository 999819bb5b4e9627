using System.ComponentModel.DataAnnotations;

namespace GlobeEcho.Newsroom;

/// <summary>When the newsroom works. Configuration section <c>Newsroom</c>.</summary>
public sealed class NewsroomOptions
{
    /// <summary>Seconds between the end of a pass and the next one, when nothing is waiting.</summary>
    [Range(1, 86_400)]
    public int PassEverySeconds { get; set; } = 60;
}
