namespace GlobeEcho.Newsroom.Feeds;

/// <summary>
/// What a feed says of itself, of an item, of the item's source or of a picture: one set of words for every format. It is filled while
/// the document is read, and an item's is gone when the item is told.
/// </summary>
internal sealed class FeedPart
{
    /// <summary>It is an item, or an entry; else a feed or a part of one.</summary>
    public bool IsItem { get; init; }
    public FeedMarkup? Title { get; set; }

    /// <summary>The title is the format's own; one that only a module gives is replaced by it.</summary>
    public bool HasOwnTitle { get; set; }
    public FeedMarkup? Subtitle { get; set; }
    public FeedMarkup? Summary { get; set; }
    public FeedMarkup? Note { get; set; }
    public FeedMarkup? Rights { get; set; }
    public List<FeedMarkup> Contents { get; } = [];

    /// <summary>The feed's own name for the thing, letter for letter.</summary>
    public string? Id { get; set; }

    /// <summary>The name as an address, where it can be read as one.</summary>
    public string? IdAddress { get; set; }

    /// <summary>RSS says that the name is the address of the page.</summary>
    public bool IdIsLink { get; set; }

    /// <summary>Atom says nothing of it; where an entry has no link, its name is tried.</summary>
    public bool IdMayBeLink { get; set; }
    public List<FeedLink> Links { get; } = [];

    /// <summary>The page's own address where the links count visitors.</summary>
    public string? OriginalLink { get; set; }
    public List<FeedPerson> Authors { get; } = [];
    public List<FeedPerson> Contributors { get; } = [];
    public FeedPerson? Publisher { get; set; }
    public List<FeedCategory> Categories { get; } = [];
    public string? Language { get; set; }
    public FeedTime? Published { get; set; }
    public FeedTime? Updated { get; set; }
    public FeedTime? Created { get; set; }
    public FeedTime? Expired { get; set; }
    public FeedTime? ValidFrom { get; set; }
    public FeedTime? ValidUntil { get; set; }
    public FeedPart? Image { get; set; }
    public FeedPart? TextInput { get; set; }
    public FeedPart? Source { get; set; }
    public FeedPerson? Generator { get; set; }
    public string? GeneratorVersion { get; set; }
    public List<FeedPicture> Pictures { get; } = [];
    public FeedPlace? Place { get; set; }

    /// <summary>Everything else that is one text, by its name in lower case ("slash:comments", "ttl").</summary>
    public Dictionary<string, string> Others { get; } = new(StringComparer.Ordinal);

    /// <summary>What says more by its attributes than by its text.</summary>
    public List<FeedMark> Marks { get; } = [];

    public string? Other(string name) => Others.GetValueOrDefault(name);

    /// <summary>The page: the first alternate that is one, else the first alternate, else the name that is an address.</summary>
    public string? Link()
    {
        string? first = null;
        foreach (var link in Links)
        {
            if (link.Rel is not (null or "alternate") || link.Address.Length == 0)
                continue;
            if (link.Type is null or "text/html" or "application/xhtml+xml")
                return link.Address;
            first ??= link.Address;
        }

        return first ?? (IdIsLink ? IdAddress : null);
    }
}
