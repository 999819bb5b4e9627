using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Site.StoryPage;

/// <summary>A telling with its article.</summary>
/// <param name="IsNew">It joined the story after the reader's last visit.</param>
/// <param name="Correction">What its feed changed after the paper had read it; null when nothing.</param>
public sealed record ToldArticle(Telling Telling, Article Article, bool IsNew, Correction? Correction)
{
    /// <summary>Whether it repeats another telling on the page, and so is folded away under it.</summary>
    public bool IsFolded { get; init; }

    /// <summary>The tellings that repeat this one, in order; none under an echo.</summary>
    public IReadOnlyList<ToldArticle> Echoes { get; init; } = [];
}
