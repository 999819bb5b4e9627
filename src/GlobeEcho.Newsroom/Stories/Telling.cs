using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>An article's place in a story, and why it stands there.</summary>
/// <param name="Published">When the article was published (or arrived), UTC.</param>
/// <param name="Joined">When the paper folded it, UTC.</param>
/// <param name="Likeness">0 to 1: how near it stood to the story when it joined; 1 for the telling that opened it.</param>
/// <param name="Reason">Plain words: "joined on: Minsk, Lukashenko, drills".</param>
public sealed record Telling(
    ArticleId Article,
    StoryId Story,
    PublisherId Publisher,
    DateTimeOffset Published,
    DateTimeOffset Joined,
    double Likeness,
    string Reason);
