namespace GlobeEcho.Site.Echo;

/// <summary>What a telling is to its story; each has a mark of its own.</summary>
public enum EchoShape
{
    /// <summary>The first telling: a disc.</summary>
    First,

    /// <summary>A publisher's first text of its own: a ring, the larger the more told it before.</summary>
    Echo,

    /// <summary>A publisher telling it again, or repeating another's text: a dot.</summary>
    Again,
}
