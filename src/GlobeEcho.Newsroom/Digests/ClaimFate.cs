namespace GlobeEcho.Newsroom.Digests;

/// <summary>What became of a claim when an article it rested on was corrected. The names are stored.</summary>
public enum ClaimFate
{
    /// <summary>It is printed on: the changed text says it too, or another publisher does.</summary>
    Stands,

    /// <summary>Nobody says it any more, or it lost its place to what is better told; it is no longer printed.</summary>
    TakenOut,
}
