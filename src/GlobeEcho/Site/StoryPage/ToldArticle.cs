using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Site.StoryPage;

/// <summary>A telling with its article.</summary>
/// <param name="IsNew">It joined the story after the reader's last visit.</param>
/// <param name="Correction">What its feed changed after the paper had read it; null when nothing.</param>
public sealed record ToldArticle(Telling Telling, Article Article, bool IsNew, Correction? Correction);
