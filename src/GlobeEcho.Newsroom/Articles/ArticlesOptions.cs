using System.ComponentModel.DataAnnotations;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>How pages are read. Configuration section <c>Articles</c>.</summary>
public sealed class ArticlesOptions
{
    /// <summary>The most entries one pass takes.</summary>
    [Range(1, 100_000)]
    public int Batch { get; set; } = 400;

    /// <summary>Pages asked for at the same time, over all hosts.</summary>
    [Range(1, 256)]
    public int Concurrency { get; set; } = 16;
}
