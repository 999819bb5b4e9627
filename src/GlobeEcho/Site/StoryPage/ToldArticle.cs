using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Site.StoryPage;

/// <summary>A telling with its article.</summary>
/// <param name="IsNew">It joined the story after the reader's last visit.</param>
public sealed record ToldArticle(Telling Telling, Article Article, bool IsNew);
