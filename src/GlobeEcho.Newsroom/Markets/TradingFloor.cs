using GlobeEcho.Newsroom.Archive;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>
/// Where prices come in: chooses between makers, puts quotes on the board, builds candles and saves both in batches. Thread-safe.
/// </summary>
public sealed class TradingFloor
{
    // A maker's clock this far ahead of ours is worth telling the operator; the price itself is as good as any.
    private static readonly TimeSpan ClockAhead = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly NewsArchive _archive;
    private readonly MarketsStore _store;
    private readonly TimeProvider _clock;
    private readonly MarketsOptions _options;
    private readonly SourceSwitch _switch;
    private readonly SourceBook _book;
    private readonly CandleBuilder _candles = new();
    private readonly Dictionary<string, MarketHours?> _hours;
    private readonly Dictionary<InstrumentId, TradingSession> _sessions = [];
    private readonly Dictionary<(string Maker, InstrumentId Instrument), string> _refusals = [];
    private List<SpanCandle> _history = [];
    private DateTimeOffset _forgetNext;
    private long _saved;

    public TradingFloor(
        IEnumerable<IQuoteStream> streams, IEnumerable<IFixClient> clients, NewsArchive archive, MarketsStore store, IOptions<MarketsOptions> options, TimeProvider clock)
    {
        (_archive, _store, _options, _clock) = (archive, store, options.Value, clock);
        Streams = streams.Where(s => s.IsOn).ToList();
        Clients = clients.Where(c => c.IsOn).ToList();
        Board = new QuoteBoard(InstrumentList.PricedBy(Streams, Clients));
        _hours = Clients.ToDictionary(c => c.Maker.Name, c => c.Hours);
        _switch = new SourceSwitch(Streams.Select(s => (s.Maker.Name, s.Instruments)), clock.GetUtcNow());
        _book = new SourceBook(Streams.Select(s => s.Maker).Concat(Clients.Select(c => c.Maker)));
    }

    /// <summary>The streams that are on, the best first.</summary>
    public IReadOnlyList<IQuoteStream> Streams { get; }

    /// <summary>The clients that are on. When two price one instrument, the first of them is asked.</summary>
    public IReadOnlyList<IFixClient> Clients { get; }

    public QuoteBoard Board { get; }

    public IReadOnlyList<MarketSource> Sources => _book.Sources;

    public (QuoteState State, DateTimeOffset? Since) StateOf(Quote quote)
    {
        lock (_lock)
        {
            return Freshness.Of(
                quote,
                _switch.HeardOf(quote.Maker, quote.Instrument),
                _hours.GetValueOrDefault(quote.Maker),
                _sessions.GetValueOrDefault(quote.Instrument),
                TimeSpan.FromMinutes(_options.DelayedMinutes),
                _clock.GetUtcNow());
        }
    }

    /// <summary>When the maker of a quote publishes its next one; null when it keeps no hours.</summary>
    public DateTimeOffset? NextPublication(Quote quote) => _hours.GetValueOrDefault(quote.Maker)?.NextPublication(quote.AsOf);

    /// <summary>A stream said something sensible.</summary>
    public void Hear(string maker)
    {
        var now = _clock.GetUtcNow();
        lock (_lock)
            _switch.Heard(maker, now);
        _book.Heard(maker, now);
        _book.Note(maker, SourceTrouble.Connection, null);
    }

    /// <summary>A live price. Returns whether it stands on the board now.</summary>
    public bool Take(Quote quote)
    {
        var now = _clock.GetUtcNow();
        _book.Note(
            quote.Maker, SourceTrouble.Clock, quote.AsOf - now > ClockAhead ? $"Its clock is {(quote.AsOf - now).TotalMinutes:0} minutes ahead of ours." : null);
        lock (_lock)
        {
            // A maker that sends prices again has taken back what it refused as a whole, too.
            if (_refusals.Remove((quote.Maker, quote.Instrument)) | _refusals.Remove((quote.Maker, default)))
                NoteRefusals(quote.Maker);
            return _switch.Take(NotAhead(quote, now), now) is { } chosen && Post(chosen);
        }
    }

    /// <summary>A maker will not price an instrument, or (null) more than one.</summary>
    public void Refuse(string maker, InstrumentId? instrument, string reason)
    {
        lock (_lock)
        {
            _refusals[(maker, instrument ?? default)] = reason;
            NoteRefusals(maker);
            if (instrument is { } one)
                _switch.Lost(maker, one, _clock.GetUtcNow());
        }
    }

    /// <summary>A stream's connection is gone. Returns whether the reason is news.</summary>
    public bool Lose(string maker, string reason)
    {
        lock (_lock)
        {
            _switch.Lost(maker, _clock.GetUtcNow());
            // A new connection is asked for everything again, so what the old one refused is open again.
            foreach (var key in _refusals.Keys.Where(k => k.Maker == maker && k.Instrument == default).ToList())
                _refusals.Remove(key);
            NoteRefusals(maker);
        }

        return _book.Note(maker, SourceTrouble.Connection, reason);
    }

    /// <summary>Lets makers take each other's place as time passes. Returns the quotes that went up.</summary>
    public IReadOnlyList<Quote> Tick()
    {
        lock (_lock)
            return _switch.Tick(_clock.GetUtcNow()).Where(Post).ToList();
    }

    /// <summary>An answer of a client. Returns whether its trouble, or that it has none any more, is news.</summary>
    public bool Take(IFixClient client, FixResult result)
    {
        var maker = client.Maker.Name;
        if (result is FixResult.Failed failed)
            return _book.Note(maker, SourceTrouble.Answer, failed.Reason);
        var now = _clock.GetUtcNow();
        _book.Heard(maker, now);
        if (result is not FixResult.Prices prices)
            return _book.Note(maker, SourceTrouble.Answer, null);
        lock (_lock)
        {
            foreach (var (instrument, session) in prices.Sessions)
                _sessions[instrument] = session;
            foreach (var quote in prices.Quotes)
                Fix(NotAhead(quote, now));
            _history.AddRange(prices.History);
        }

        return _book.Note(maker, SourceTrouble.Answer, prices.Trouble);
    }

    /// <summary>Candles of the past, in the place of those of the same spans.</summary>
    public void TakeHistory(IReadOnlyList<SpanCandle> candles)
    {
        lock (_lock)
            _history.AddRange(candles);
    }

    /// <summary>Puts up what was on the board when it was last saved.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var session = await _archive.ReadAsync(cancel);
        var now = _clock.GetUtcNow();
        foreach (var quote in await _store.QuotesAsync(session, cancel))
        {
            // A clock that was ahead when it was saved must not keep newer prices away now.
            var kept = NotAhead(quote with { Received = quote.Received < now ? quote.Received : now }, now);
            if (Board.Find(quote.Instrument) is null)
                Board.Put(kept);
        }

        _saved = Board.Count;
    }

    /// <summary>Saves what is new since the last time, in one transaction; what cannot be saved is kept for the next time.</summary>
    public async Task SaveAsync(CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        IReadOnlyList<SpanCandle> candles;
        List<SpanCandle> history;
        lock (_lock)
            (candles, history, _history) = (_candles.Take(), _history, []);
        // The count first: what is put up in between is saved twice rather than never.
        var count = Board.Count;
        var forgets = now >= _forgetNext;
        try
        {
            if (count == _saved && candles.Count + history.Count == 0 && !forgets)
                return;
            await using var session = await _archive.WriteAsync(cancel);
            await _store.SaveAsync(session, Board.Since(_saved).Select(p => p.Quote), cancel);
            await _store.JoinAsync(session, candles, cancel);
            await _store.ReplaceAsync(session, history.Where(h => h.Candle.Start >= Oldest(h.Span, now)), cancel);
            foreach (var span in forgets ? Enum.GetValues<CandleSpan>() : [])
                await _store.ForgetAsync(session, span, Oldest(span, now), cancel);
            await session.CommitAsync(cancel);
            _saved = count;
            _forgetNext = forgets ? now + ForgetEvery : _forgetNext;
        }
        catch
        {
            lock (_lock)
            {
                _candles.PutBack(candles);
                _history = [.. history, .. _history];
            }

            throw;
        }
    }

    private static Quote NotAhead(Quote quote, DateTimeOffset now) => quote.AsOf > now ? quote with { AsOf = now } : quote;

    private DateTimeOffset Oldest(CandleSpan span, DateTimeOffset now) => now.AddDays(-(span switch
    {
        CandleSpan.Minute => _options.MinuteDays,
        CandleSpan.Hour => _options.HourDays,
        _ => _options.DayDays,
    }));

    private void NoteRefusals(string maker)
    {
        var reasons = _refusals.Where(r => r.Key.Maker == maker).Select(r => r.Value).Distinct().ToList();
        _book.Note(maker, SourceTrouble.Refusal, reasons.Count == 0 ? null : string.Join(' ', reasons));
    }

    private bool Post(Quote quote)
    {
        if (!Board.Put(quote))
            return false;
        _candles.Add(quote.Instrument, quote.Price, quote.AsOf);
        return true;
    }

    private void Fix(Quote quote)
    {
        var old = Board.Find(quote.Instrument)?.Quote;
        var same = old is not null && old.Maker == quote.Maker && old.Kind == quote.Kind ? old : null;
        // After a start without its history a client knows no day before; the board may.
        if (quote.Basis is null && same is not null && quote.Kind == QuoteKind.DailyFix)
            quote = quote with { Basis = same.AsOf >= quote.AsOf ? same.Basis : Before(quote, same) };
        if (quote.Kind == QuoteKind.Delayed)
            Post(quote);
        else if (same is null || same with { Received = quote.Received } != quote)
            Board.Put(quote);
    }

    /// <summary>The board's quote as a basis, if it is of the very fix before.</summary>
    private QuoteBasis? Before(Quote quote, Quote old) =>
        _hours.GetValueOrDefault(quote.Maker) is { } hours && hours.NextPublication(old.AsOf) >= quote.AsOf
            ? new QuoteBasis(BasisKind.PreviousFix, old.Price, old.AsOf)
            : null;
}
