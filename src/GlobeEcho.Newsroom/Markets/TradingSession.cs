namespace GlobeEcho.Newsroom.Markets;

/// <summary>One day's regular trading at a venue, both ends UTC.</summary>
/// <param name="End">Exclusive.</param>
public sealed record TradingSession(DateTimeOffset Start, DateTimeOffset End)
{
    public bool IsOpen(DateTimeOffset now) => now >= Start && now < End;
}
