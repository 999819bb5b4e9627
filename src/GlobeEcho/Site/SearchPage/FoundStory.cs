using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Site.SearchPage;

/// <summary>A story with tellings that hold the words.</summary>
/// <param name="Story">Null for an article no story has taken yet.</param>
/// <param name="Best">The first few, best first.</param>
public sealed record FoundStory(Story? Story, IReadOnlyList<Piece> Headline, IReadOnlyList<FoundArticle> Best, int Tellings);
