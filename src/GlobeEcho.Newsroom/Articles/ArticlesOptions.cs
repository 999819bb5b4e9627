using System.ComponentModel.DataAnnotations;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>How pages are read. Configuration section <c>Articles</c>.</summary>
public sealed class ArticlesOptions
{
    /// <summary>Pages tried in one pass, at most.</summary>
    [Range(1, 100_000)]
    public int Batch { get; set; } = 400;

    /// <summary>Pages fetched and read at once.</summary>
    [Range(1, 256)]
    public int Concurrency { get; set; } = 16;

    /// <summary>Tries after which a page that cannot be fetched is given up.</summary>
    [Range(1, 20)]
    public int Tries { get; set; } = 5;
}
