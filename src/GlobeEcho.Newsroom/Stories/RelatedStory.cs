namespace GlobeEcho.Newsroom.Stories;

/// <summary>A story that is about the same people or places as another, and is not the same event.</summary>
/// <param name="Shared">The names both are about, as a telling writes them, the rarest first.</param>
/// <param name="Nearness">No unit; only compared within one answer.</param>
public sealed record RelatedStory(StoryId Story, IReadOnlyList<string> Shared, double Nearness);
