namespace GlobeEcho.Newsroom.Stories;

public readonly record struct StoryId(long Value);
