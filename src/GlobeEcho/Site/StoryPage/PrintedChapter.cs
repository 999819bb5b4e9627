using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Site.StoryPage;

/// <summary>A day of a story as the page prints it.</summary>
/// <param name="Headline">The article whose headline stands for the day.</param>
/// <param name="Tellings">Of that day, in order.</param>
public sealed record PrintedChapter(Chapter Chapter, Article Headline, IReadOnlyList<ToldArticle> Tellings)
{
    public int NewTellings => Tellings.Count(t => t.IsNew);
}
