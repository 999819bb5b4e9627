namespace GlobeEcho.Newsroom.Markets;

/// <summary>What a change is measured against.</summary>
public enum BasisKind
{
    /// <summary>The price 24 hours before.</summary>
    Day,
    PreviousClose,
    PreviousFix,
}
