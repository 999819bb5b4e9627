namespace GlobeEcho.Newsroom.Markets;

/// <summary>
/// What is particular about one provider of live prices: what to send, and what its messages mean. The connection itself, its
/// watchdog and its patience are <see cref="LiveStream"/>'s. An implementation holds no state.
/// </summary>
public interface IQuoteStream
{
    MarketMaker Maker { get; }

    bool IsOn { get; }

    Uri Address { get; }

    IReadOnlyList<InstrumentId> Instruments { get; }

    /// <summary>Whether one refused symbol means that none of the same message is sent.</summary>
    bool OneRefusalIsAll { get; }

    /// <summary>The messages that ask for these instruments, sent as soon as the socket is open.</summary>
    IReadOnlyList<string> Ask(IReadOnlyCollection<InstrumentId> instruments);

    /// <summary>What one text message says; never empty, and never an exception.</summary>
    IReadOnlyList<StreamNote> Read(ReadOnlyMemory<byte> message, DateTimeOffset received);
}
