namespace GlobeEcho.Newsroom.Digests;

/// <summary>What a sentence does in a story; the parts are told in this order.</summary>
public enum StoryPart
{
    Happened,
    Said,
    Background,
    Reaction,
    Next,
}
