using GlobeEcho.Newsroom.Feeds.Markup;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>An element whose end was not met yet.</summary>
/// <param name="NameFrom">Where its name stands in the document, as written: its end tag is found by that.</param>
/// <param name="From">What addresses in it count from.</param>
/// <param name="Part">What its values belong to.</param>
internal readonly record struct OpenElement(
    int NameFrom, int NameLength, string Name, NameScope Scope, string? From, string? Language, ElementKind Kind, FeedPart? Part);
