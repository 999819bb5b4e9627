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

    /// <summary>The language of the paper (ISO 639-1). A story that is told in it has its headline and digest in it; another story is printed in the language most tell it in.</summary>
    [Required]
    [RegularExpression("^[a-z]{2}$")]
    public string Language { get; set; } = "en";
}
