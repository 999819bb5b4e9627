namespace GlobeEcho.Newsroom.Articles;

/// <summary>What a page is. Only an article and a live blog are printed.</summary>
public enum PageKind
{
    Article,

    /// <summary>A report that grows by entries, newest first.</summary>
    LiveBlog,

    /// <summary>A front page, a section, search results, any page of teasers.</summary>
    Listing,

    /// <summary>A discussion, or a list of them.</summary>
    Forum,
    Product,
    Gallery,
    Video,

    /// <summary>The page asks for consent, money or a login and shows little else.</summary>
    Wall,

    /// <summary>The server says that something is missing or broken.</summary>
    Error,

    /// <summary>There is no text to speak of.</summary>
    Empty,
}
