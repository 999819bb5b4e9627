using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>One telling as a writer sees it: a text whose characters can be cited.</summary>
/// <param name="Publisher">Two texts of one publisher are one voice.</param>
/// <param name="Language">ISO 639-1; null when unknown.</param>
public sealed record CitableText(ArticleId Article, string Publisher, string Headline, string Text, DateTimeOffset? Published, string? Language);
