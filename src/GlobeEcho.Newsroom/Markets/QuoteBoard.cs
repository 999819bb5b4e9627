namespace GlobeEcho.Newsroom.Markets;

/// <summary>
/// The last quote of every instrument. Thread-safe: readers take no lock and see whole quotes only. The board counts what is put up,
/// so that a reader can ask for what has changed since.
/// </summary>
public sealed class QuoteBoard
{
    private readonly Dictionary<InstrumentId, int> _places;
    private readonly PostedQuote?[] _posted;
    private readonly Lock _putting = new();
    private long _count;

    public QuoteBoard(IReadOnlyList<Instrument> instruments)
    {
        Instruments = instruments;
        _places = instruments.Select((i, place) => (i.Id, place)).ToDictionary(p => p.Id, p => p.place);
        _posted = new PostedQuote?[instruments.Count];
    }

    /// <summary>In the order of the page.</summary>
    public IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>How many quotes were put up so far.</summary>
    public long Count => Volatile.Read(ref _count);

    public Instrument? Instrument(InstrumentId id) => _places.TryGetValue(id, out var place) ? Instruments[place] : null;

    public PostedQuote? Find(InstrumentId id) => _places.TryGetValue(id, out var place) ? Volatile.Read(ref _posted[place]) : null;

    /// <summary>
    /// Puts a quote up unless one the same maker made later stands there already; clocks of two makers are not compared.
    /// False for an unknown instrument, and for a late quote.
    /// </summary>
    public bool Put(Quote quote)
    {
        if (!_places.TryGetValue(quote.Instrument, out var place))
            return false;
        lock (_putting)
        {
            if (_posted[place]?.Quote is { } old && old.Maker == quote.Maker && old.AsOf > quote.AsOf)
                return false;
            // First the quote, then the count: whoever reads the count finds everything it counts.
            Volatile.Write(ref _posted[place], new PostedQuote(quote, _count + 1));
            Volatile.Write(ref _count, _count + 1);
            return true;
        }
    }

    /// <summary>The quotes put up after a count of the board, in the order of the instruments; all for 0.</summary>
    public IReadOnlyList<PostedQuote> Since(long number)
    {
        var changed = new List<PostedQuote>();
        for (var place = 0; place < _posted.Length; place++)
        {
            if (Volatile.Read(ref _posted[place]) is { } posted && posted.Number > number)
                changed.Add(posted);
        }

        return changed;
    }
}
