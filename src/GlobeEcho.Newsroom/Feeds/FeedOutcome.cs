using GlobeEcho.Newsroom.Feeds.WebSub;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>A feed as it stands after an answer, ready to be saved.</summary>
/// <param name="Document">Null unless the answer brought a new one.</param>
/// <param name="Hub">What the new document says of its hub.</param>
internal sealed record FeedOutcome(Feed Before, Feed After, FeedDocument? Document = null, HubLinks? Hub = null);
