using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories.Echoes;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>An article's place in a story, and why it stands there.</summary>
/// <param name="Published">When the article was published (or arrived), UTC.</param>
/// <param name="Joined">When it came into this story, UTC.</param>
/// <param name="Likeness">0 to 1: how near it stood to the story when it joined; 1 for the telling that opened it.</param>
/// <param name="Reason">Plain words: "joined on: Minsk, Lukashenko, drills".</param>
/// <param name="Echo">What it repeats; null when it is an independent text.</param>
/// <param name="Agency">The news agency its text names as its writer; null when it names none.</param>
public sealed record Telling(
    ArticleId Article,
    StoryId Story,
    PublisherId Publisher,
    DateTimeOffset Published,
    DateTimeOffset Joined,
    double Likeness,
    string Reason,
    Echo? Echo = null,
    string? Agency = null);
