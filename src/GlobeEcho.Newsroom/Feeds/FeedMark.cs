namespace GlobeEcho.Newsroom.Feeds;

/// <summary>An element that says what it says by its attributes: a cloud, a credit, a chapter.</summary>
/// <param name="Name">Lower case, with the usual prefix of its namespace.</param>
/// <param name="Text">What stands in it, if anything.</param>
internal sealed record FeedMark(string Name, string Text, IReadOnlyDictionary<string, string> Attributes)
{
    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);
}
