using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>What a claim rests on: a span of an article's text.</summary>
public sealed record Citation(ArticleId Article, TextSpan Span);
