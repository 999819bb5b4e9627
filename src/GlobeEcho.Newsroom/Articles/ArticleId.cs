namespace GlobeEcho.Newsroom.Articles;

public readonly record struct ArticleId(long Value);
