namespace GlobeEcho.Newsroom.Feeds;

public readonly record struct FeedId(long Value);
