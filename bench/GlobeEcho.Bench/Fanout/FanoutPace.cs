namespace GlobeEcho.Bench.Fanout;

/// <summary>How a reader reads.</summary>
internal enum FanoutPace
{
    AtOnce,

    /// <summary>512 bytes twice a second: less than is sent.</summary>
    Slowly,
    Never,
}
