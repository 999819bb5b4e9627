using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Site.SearchPage;

/// <summary>A telling that holds the words, with the place where they stand.</summary>
public sealed record FoundArticle(Article Article, IReadOnlyList<Piece> Headline, IReadOnlyList<Piece> Text);
