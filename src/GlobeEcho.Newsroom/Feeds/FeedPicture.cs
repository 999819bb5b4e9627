namespace GlobeEcho.Newsroom.Feeds;

/// <summary>A picture, a recording or a film that a feed points to, in Media RSS's words.</summary>
/// <param name="Kind">"thumbnail" or "content".</param>
/// <param name="Width">In pixels, as the feed says it.</param>
/// <param name="Medium">"image", "video", "audio" or what the feed says.</param>
public sealed record FeedPicture(
    string Address, string Kind, string? Type = null, string? Medium = null, string? Width = null, string? Height = null, string? Length = null, string? Duration = null);
