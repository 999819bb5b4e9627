using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Newsroom.Stories.Echoes;

/// <summary>What the search for echoes looks at of one telling.</summary>
/// <param name="Agency">The news agency the text names as its writer; null when it names none.</param>
public sealed record EchoEntry(ArticleId Article, EchoPrint Print, string? Agency);
