namespace GlobeEcho.Newsroom.Feeds;

public readonly record struct PublisherId(long Value);
