using GlobeEcho.Newsroom.Editions;

namespace GlobeEcho.Site.Shell;

/// <summary>What the shell needs to know of the page inside it.</summary>
/// <param name="Title">Without the paper's name; null on the front page.</param>
/// <param name="Made">When the edition was made up; null before the first one, and on pages that do not ask.</param>
/// <param name="Section">The section the page belongs to, marked in the navigation.</param>
/// <param name="Words">What the reader searched for.</param>
/// <param name="Feed">The address of the page's own RSS feed, where it has one beside the paper's.</param>
/// <param name="RefreshSeconds">After how long the page asks for itself again; 0 never.</param>
/// <param name="WithEars">False on the page of a failure: it asks nothing that could fail again.</param>
public sealed record PageFrame(
    string? Title,
    DateTimeOffset? Made,
    string? Description = null,
    Section? Section = null,
    string? Words = null,
    string? Feed = null,
    int RefreshSeconds = 0,
    bool Index = true,
    bool WithEars = true);
