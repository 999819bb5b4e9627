namespace GlobeEcho.Newsroom.Feeds.Markup;

/// <summary>What <see cref="MarkupReader"/> stands on.</summary>
internal enum MarkupToken
{
    /// <summary>The text is over.</summary>
    End,

    /// <summary>Characters in which references still stand as written.</summary>
    Text,

    /// <summary>A CDATA section: characters as they are.</summary>
    Data,

    /// <summary>A start tag.</summary>
    Open,

    /// <summary>An end tag.</summary>
    Close,
}
