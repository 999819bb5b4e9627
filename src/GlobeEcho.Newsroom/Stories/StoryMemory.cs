namespace GlobeEcho.Newsroom.Stories;

/// <summary>What the folding knows, and the archive's revision it was built from: an editor's change makes it out of date.</summary>
internal sealed record StoryMemory(StoryFolding Folding, long Revision);
