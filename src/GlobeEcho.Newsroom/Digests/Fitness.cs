namespace GlobeEcho.Newsroom.Digests;

/// <summary>How well a sentence stands alone.</summary>
internal enum Fitness
{
    /// <summary>Is never printed.</summary>
    Unfit,

    /// <summary>May be printed when nothing better tells it.</summary>
    Weak,

    Fit,
}
