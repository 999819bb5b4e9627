using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Changes;

namespace GlobeEcho.Site.StoryPage;

/// <summary>How a story lives: its phase, its days, its neighbours, and an editor's hand in it.</summary>
/// <param name="Independent">Publishers and agencies that tell it independently.</param>
/// <param name="Chapters">Empty for a story of one day.</param>
/// <param name="Related">Linked, not merged; with the names they share.</param>
/// <param name="Changes">What was split, merged and moved, newest first.</param>
/// <param name="MayChange">Whether this reader is the operator.</param>
/// <param name="Notice">What came of a form; null when none was sent.</param>
public sealed record StoryLife(
    StoryPhase Phase,
    int Independent,
    IReadOnlyList<PrintedChapter> Chapters,
    IReadOnlyList<(Story Story, IReadOnlyList<string> Shared)> Related,
    IReadOnlyList<StoryChange> Changes,
    bool MayChange,
    StoryNotice? Notice);
