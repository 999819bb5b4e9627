using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>What was told of a story on one day of the paper's own clock.</summary>
/// <param name="Headline">The telling of that day whose headline says best what all of that day's say.</param>
/// <param name="Tellings">In order of publishing, echoes among them.</param>
/// <param name="Voices">Independent ones of that day.</param>
public sealed record Chapter(DateOnly Day, ArticleId Headline, IReadOnlyList<ArticleId> Tellings, int Voices);
