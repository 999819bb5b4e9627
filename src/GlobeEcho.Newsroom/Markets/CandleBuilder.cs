namespace GlobeEcho.Newsroom.Markets;

/// <summary>Builds candles of all three lengths from prices until somebody takes them to the archive. Not thread-safe.</summary>
public sealed class CandleBuilder
{
    private static readonly CandleSpan[] Spans = [CandleSpan.Minute, CandleSpan.Hour, CandleSpan.Day];

    private Dictionary<(InstrumentId Instrument, CandleSpan Span, DateTimeOffset Start), Candle> _open = [];

    /// <summary>The whole minute, hour or day (UTC) a moment lies in.</summary>
    public static DateTimeOffset StartOf(CandleSpan span, DateTimeOffset moment)
    {
        var length = span switch
        {
            CandleSpan.Minute => TimeSpan.TicksPerMinute,
            CandleSpan.Hour => TimeSpan.TicksPerHour,
            _ => TimeSpan.TicksPerDay,
        };
        return new DateTimeOffset(moment.UtcTicks - (moment.UtcTicks % length), TimeSpan.Zero);
    }

    /// <summary>Of two candles of one span, <paramref name="earlier"/> was begun before.</summary>
    public static Candle Join(Candle earlier, Candle later) => earlier with
    {
        High = Math.Max(earlier.High, later.High),
        Low = Math.Min(earlier.Low, later.Low),
        Close = later.Close,
    };

    public void Add(InstrumentId instrument, decimal price, DateTimeOffset made)
    {
        foreach (var span in Spans)
        {
            var start = StartOf(span, made);
            var key = (instrument, span, start);
            var one = new Candle(start, price, price, price, price);
            _open[key] = _open.TryGetValue(key, out var begun) ? Join(begun, one) : one;
        }
    }

    /// <summary>What was added since the last taking; to be joined to what the archive has of the same spans.</summary>
    public IReadOnlyList<SpanCandle> Take()
    {
        var taken = _open.Select(c => new SpanCandle(c.Key.Instrument, c.Key.Span, c.Value)).ToList();
        _open = [];
        return taken;
    }

    /// <summary>Puts back what could not be saved, under what came since.</summary>
    public void PutBack(IEnumerable<SpanCandle> taken)
    {
        foreach (var (instrument, span, candle) in taken)
        {
            var key = (instrument, span, candle.Start);
            _open[key] = _open.TryGetValue(key, out var since) ? Join(candle, since) : candle;
        }
    }
}
