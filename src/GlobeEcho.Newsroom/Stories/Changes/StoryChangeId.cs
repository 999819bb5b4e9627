namespace GlobeEcho.Newsroom.Stories.Changes;

public readonly record struct StoryChangeId(long Value);
