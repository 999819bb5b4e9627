namespace GlobeEcho.Newsroom.Fetching;

/// <summary>What kind of thing went wrong, for whoever decides what to do about it. The numbers are stored.</summary>
public enum FetchFault
{
    Other = 0,

    /// <summary>The host's name is not known, or nobody can have it.</summary>
    Name = 1,

    /// <summary>Nobody listens, or the connection broke.</summary>
    Connection = 2,

    /// <summary>TLS or its certificate.</summary>
    Security = 3,

    /// <summary>No whole answer in time.</summary>
    Timeout = 4,

    /// <summary>401, 402, 403, 407, 451: not for us.</summary>
    Denied = 5,

    /// <summary>404.</summary>
    NotFound = 6,

    /// <summary>429 and 503: later.</summary>
    Busy = 7,

    /// <summary>Any other 4xx.</summary>
    Rejected = 8,

    /// <summary>Any other 5xx.</summary>
    Server = 9,

    /// <summary>The answer broke off, was damaged or was no HTTP.</summary>
    Broken = 10,

    TooLarge = 11,

    /// <summary>The address leads into somebody's own network.</summary>
    PrivateAddress = 12,

    /// <summary>Too many redirects.</summary>
    Redirects = 13,

    /// <summary>The site's robots.txt closes the page.</summary>
    Robots = 14,

    /// <summary>Not an address of the web.</summary>
    Scheme = 15,
}
