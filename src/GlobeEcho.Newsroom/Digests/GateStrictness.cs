namespace GlobeEcho.Newsroom.Digests;

/// <summary>What a writer is allowed to do to the sentences it cites.</summary>
public enum GateStrictness
{
    /// <summary>Nothing but to put the name of the sentence before for a pronoun: for writers that copy.</summary>
    Verbatim,

    /// <summary>To shorten, join and turn them, as long as all that is said stands in the spans: for writers of their own words.</summary>
    Rewrite,
}
