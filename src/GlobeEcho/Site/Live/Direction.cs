namespace GlobeEcho.Site.Live;

/// <summary>Which way a price went.</summary>
public enum Direction
{
    /// <summary>There is nothing to measure a change against.</summary>
    None,
    Up,
    Down,
    Flat,
}
