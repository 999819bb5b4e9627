using System.ComponentModel.DataAnnotations;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>How articles become stories. Configuration section <c>Stories</c>.</summary>
public sealed class StoriesOptions
{
    /// <summary>Articles folded in one pass, at most.</summary>
    [Range(1, 100_000)]
    public int Batch { get; set; } = 1000;

    /// <summary>Days after its newest telling for which a story surely stays open to new ones.</summary>
    [Range(1, 90)]
    public int WindowDays { get; set; } = 7;

    /// <summary>Older stories stay open too, the newest first, until this many articles are in memory (about 5 KB each).</summary>
    [Range(0, 1_000_000)]
    public int MemoryArticles { get; set; } = 10_000;

    /// <summary>The edition's language (ISO 639-1): a story takes its headline from a telling in it when there is one.</summary>
    [Required]
    [RegularExpression("^[a-z]{2}$")]
    public string Language { get; set; } = "en";
}
