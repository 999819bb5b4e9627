namespace GlobeEcho.Newsroom.Articles.Pages;

/// <summary>What the HTML standard says of an element, as far as it decides where elements end and where text breaks.</summary>
[Flags]
internal enum TagTraits : ushort
{
    None = 0,

    /// <summary>Has no end tag and no content.</summary>
    Void = 1,

    /// <summary>Its content is no markup: it runs to its own end tag.</summary>
    Raw = 2,

    /// <summary>Starts a new line, and closes an open paragraph.</summary>
    Block = 4,

    /// <summary>Formatting: may end inside another element than it began in.</summary>
    Mark = 8,

    /// <summary>Stops a search for an inline element's start ("special" in the standard).</summary>
    Special = 16,

    /// <summary>Stops a search for most starts ("scope" in the standard).</summary>
    Scope = 32,

    /// <summary>Shows no text of its own.</summary>
    Silent = 64,

    /// <summary>Is noted and holds nothing: html, head and body may be missing, doubled or closed early.</summary>
    Shell = 128,
}
