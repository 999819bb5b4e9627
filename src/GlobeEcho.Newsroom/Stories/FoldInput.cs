namespace GlobeEcho.Newsroom.Stories;

/// <summary>What folding looks at of one article.</summary>
/// <param name="Key">The caller's number for the article; different for every article.</param>
/// <param name="Language">ISO 639-1; null when unknown.</param>
/// <param name="Published">UTC; null when nobody says: it counts as told when the newest article before it was.</param>
/// <param name="Publisher">Any name or number that is the same for all articles of one publisher; null when unknown. It only tells the publisher's own credit in a text from names of the event.</param>
public sealed record FoldInput(
    long Key, string? Headline, string Text, string? Language = null, DateTimeOffset? Published = null, string? Publisher = null);
