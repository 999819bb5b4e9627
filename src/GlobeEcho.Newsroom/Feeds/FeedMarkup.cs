using GlobeEcho.Newsroom.Feeds.Markup;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>A text of a feed with what is said about it.</summary>
/// <param name="Value">As it came, with references decoded once: to be shown, it goes through <see cref="Safe"/>.</param>
/// <param name="Type">"text/plain", "text/html" or "application/xhtml+xml"; another type as the feed says it.</param>
/// <param name="Language">Of the text, as xml:lang says it; null when nothing says it.</param>
/// <param name="From">What relative addresses in it count from; null when nothing is known.</param>
public sealed record FeedMarkup(string Value, string Type, string? Language, string? From)
{
    /// <summary>The feed itself says that the characters are no markup, so what looks like a tag is none.</summary>
    internal bool Exact { get; init; }

    public bool IsHtml => Type is "text/html" or "application/xhtml+xml";

    /// <summary>HTML that cannot act, with absolute addresses; plain text stays what it is.</summary>
    public string Safe => IsHtml ? SafeMarkup.Write(Value, From).Trim() : Value;
}
