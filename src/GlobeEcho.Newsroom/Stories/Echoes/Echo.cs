using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Newsroom.Stories.Echoes;

/// <summary>What a telling repeats. Echoes of one text are one voice, however many publishers print it.</summary>
/// <param name="Of">The earlier telling of the same story it is nearest to; that one may be an echo itself.</param>
/// <param name="Share">0 to 1: how much of the shorter of the two texts stands in the longer, in runs of three words.</param>
public sealed record Echo(ArticleId Of, EchoKind Kind, double Share);
