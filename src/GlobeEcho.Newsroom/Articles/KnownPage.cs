using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>An article without its text.</summary>
internal sealed record KnownPage(ArticleId Id, PublisherId Publisher, Uri Address, DateTimeOffset Arrived);
