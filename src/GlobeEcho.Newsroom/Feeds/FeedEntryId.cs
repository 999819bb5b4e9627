namespace GlobeEcho.Newsroom.Feeds;

public readonly record struct FeedEntryId(long Value);
