using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Newsroom.Stories.Changes;

/// <summary>
/// A split, merge or move of tellings, kept for ever. What an editor parted, by a split, a move or by undoing the folding's merge, the
/// folding never joins again; what an editor brought together, by a merge, a move or by undoing a split, it never parts.
/// </summary>
/// <param name="ByEditor">False for a merge or a split the folding made.</param>
/// <param name="Story">The story tellings left, by the id it had.</param>
/// <param name="Other">The story they went to, by the id it had.</param>
/// <param name="Articles">The tellings that went.</param>
/// <param name="Redirects">Stories whose address led to <paramref name="Story"/> and now leads to <paramref name="Other"/>.</param>
/// <param name="Why">The editor's words, or the folding's reason; null when none were given.</param>
/// <param name="Undone">When it was taken back; null while it holds.</param>
public sealed record StoryChange(
    StoryChangeId Id,
    DateTimeOffset Made,
    ChangeKind Kind,
    bool ByEditor,
    StoryId Story,
    StoryId Other,
    IReadOnlyList<ArticleId> Articles,
    IReadOnlyList<StoryId> Redirects,
    string? Why,
    DateTimeOffset? Undone = null);
