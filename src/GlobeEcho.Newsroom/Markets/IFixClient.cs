namespace GlobeEcho.Newsroom.Markets;

/// <summary>A provider that is asked from time to time: a daily fix, or prices some minutes old.</summary>
public interface IFixClient
{
    MarketMaker Maker { get; }

    bool IsOn { get; }

    IReadOnlyList<InstrumentId> Instruments { get; }

    /// <summary>The days and hours of its fix; null when its prices are of a session that it tells us itself.</summary>
    MarketHours? Hours { get; }

    /// <summary>Asks for the newest prices of these instruments, which are some of its own.</summary>
    Task<FixResult> AskAsync(IReadOnlyCollection<InstrumentId> instruments, CancellationToken cancel);
}
