namespace GlobeEcho.Newsroom.Markets;

/// <summary>The last days of one maker's fixes: what a new day is measured against. Not thread-safe.</summary>
internal sealed class FixMemory(MarketMaker maker, MarketHours hours)
{
    // Longer than any run of holidays, so that a currency that is missing for some days keeps its basis.
    private const int DaysKept = 20;

    private readonly SortedDictionary<DateOnly, Dictionary<InstrumentId, decimal>> _days = [];

    public decimal? Find(DateOnly day, InstrumentId instrument) =>
        _days.TryGetValue(day, out var prices) && prices.TryGetValue(instrument, out var price) ? price : null;

    /// <summary>Adds days, in any order and also again, and gives the newest price of each instrument with the one before it.</summary>
    /// <param name="instruments">Those that are asked for.</param>
    public FixResult.Prices Add(
        IReadOnlyList<FixDay> days, IReadOnlyCollection<InstrumentId> instruments, DateTimeOffset received, DateTimeOffset? freshUntil, string? trouble = null)
    {
        var history = new List<SpanCandle>();
        foreach (var day in days)
        {
            if (!_days.TryGetValue(day.Day, out var known))
                _days[day.Day] = known = [];
            foreach (var (instrument, price) in day.Prices.Where(p => instruments.Contains(p.Key)))
            {
                known[instrument] = price;
                var start = new DateTimeOffset(day.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
                history.Add(new SpanCandle(instrument, CandleSpan.Day, new Candle(start, price, price, price, price)));
            }
        }

        while (_days.Count > DaysKept)
            _days.Remove(_days.Keys.First());
        var quotes = instruments.Select(i => Newest(i, received)).OfType<Quote>().ToList();
        return new FixResult.Prices(quotes, history, new Dictionary<InstrumentId, TradingSession>(), freshUntil, trouble);
    }

    private Quote? Newest(InstrumentId instrument, DateTimeOffset received)
    {
        var last = _days.Reverse().Where(d => d.Value.ContainsKey(instrument)).Take(2).Select(d => (Day: d.Key, Price: d.Value[instrument])).ToList();
        if (last.Count == 0)
            return null;
        var basis = last.Count < 2 ? null : new QuoteBasis(BasisKind.PreviousFix, last[1].Price, hours.PublishedAt(last[1].Day));
        return new Quote(instrument, last[0].Price, basis, QuoteKind.DailyFix, hours.PublishedAt(last[0].Day), received, maker.Name);
    }
}
