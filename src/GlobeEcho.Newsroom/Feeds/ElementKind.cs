namespace GlobeEcho.Newsroom.Feeds;

/// <summary>What an open element is to the feed around it.</summary>
internal enum ElementKind
{
    /// <summary>Outside any feed.</summary>
    Stranger,

    /// <summary>Holds elements that belong to what is around it.</summary>
    Group,

    /// <summary>Holds one value.</summary>
    Value,

    /// <summary>Markup within a value.</summary>
    Inner,

    /// <summary>The feed itself.</summary>
    Channel,

    /// <summary>An item or entry.</summary>
    Item,

    /// <summary>Where an item is from.</summary>
    Source,

    /// <summary>A picture with its words.</summary>
    Image,

    /// <summary>The search box of old RSS.</summary>
    TextInput,

    /// <summary>Somebody, in elements or in one text.</summary>
    Person,
}
