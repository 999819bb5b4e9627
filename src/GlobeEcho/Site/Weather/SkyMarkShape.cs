namespace GlobeEcho.Site.Weather;

public enum SkyMarkShape
{
    /// <summary>A stroke: rain.</summary>
    Stroke,

    /// <summary>A dot: drizzle.</summary>
    Dot,

    /// <summary>Six arms: snow.</summary>
    Star,

    /// <summary>A small cross: snow grains.</summary>
    Grain,

    /// <summary>An open ring: hail.</summary>
    Ring,
}
