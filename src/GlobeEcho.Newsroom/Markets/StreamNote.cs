namespace GlobeEcho.Newsroom.Markets;

/// <summary>One thing a stream's message says.</summary>
public abstract record StreamNote
{
    private StreamNote()
    {
    }

    /// <param name="Sequence">The maker's count for this instrument; null when it does not count.</param>
    public sealed record Priced(Quote Quote, long? Sequence = null) : StreamNote;

    /// <summary>The stream is there and has nothing to say about a price: a heartbeat, a greeting, a type we do not know.</summary>
    public sealed record Alive : StreamNote;

    public sealed record Accepted(InstrumentId Instrument) : StreamNote;

    /// <param name="Instrument">Null when the refusal does not say which.</param>
    public sealed record Refused(InstrumentId? Instrument, string Reason) : StreamNote;

    /// <summary>Nothing sensible: no JSON, or a price that is none.</summary>
    public sealed record Odd(string Reason) : StreamNote;
}
