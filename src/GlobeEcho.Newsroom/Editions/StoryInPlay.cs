using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Newsroom.Editions;

/// <summary>A story as the make-up weighs it.</summary>
/// <param name="Section">World until <see cref="SectionChoice"/> has seen its tellings.</param>
/// <param name="LatelyTold">Independent voices that told it within <see cref="MakeUp.GrowthWindow"/>.</param>
public sealed record StoryInPlay(Story Story, Section Section, int LatelyTold);
