namespace GlobeEcho.Newsroom.Feeds;

/// <summary>A publisher changed an entry after the paper had seen it.</summary>
/// <param name="Noticed">UTC; the publisher may have changed it earlier.</param>
/// <param name="HeadlineBefore">Null, as the headline after, when the headline stayed.</param>
/// <param name="TextChanged">The summary or the text in the feed reads differently; marks and spaces do not count.</param>
public sealed record Correction(
    FeedEntryId Entry, PublisherId Publisher, Uri Link, DateTimeOffset Noticed, string? HeadlineBefore, string? HeadlineAfter, bool TextChanged);
