using System.Text.Json;
using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>
/// Delayed prices of indices, commodities and shares from Yahoo's chart pages, one question for each symbol. Off unless the operator
/// wants it: the pages are undocumented and come without a licence. We say who we are there as everywhere.
/// </summary>
public sealed class YahooClient(Fetcher fetcher, IOptions<MarketsOptions> options, TimeProvider clock) : IFixClient
{
    private static readonly Dictionary<InstrumentId, string> Symbols = new Dictionary<string, string>
    {
        ["S&P 500"] = "^GSPC",
        ["Nasdaq"] = "^IXIC",
        ["Dow Jones"] = "^DJI",
        ["FTSE 100"] = "^FTSE",
        ["DAX"] = "^GDAXI",
        ["CAC 40"] = "^FCHI",
        ["Euro Stoxx 50"] = "^STOXX50E",
        ["Nikkei 225"] = "^N225",
        ["Hang Seng"] = "^HSI",
        ["Gold"] = "GC=F",
        ["Silver"] = "SI=F",
        ["Brent"] = "BZ=F",
        ["WTI"] = "CL=F",
        ["Natural gas"] = "NG=F",
        ["Copper"] = "HG=F",
        ["AAPL"] = "AAPL",
        ["MSFT"] = "MSFT",
        ["NVDA"] = "NVDA",
        ["AMZN"] = "AMZN",
        ["GOOGL"] = "GOOGL",
        ["META"] = "META",
        ["TSLA"] = "TSLA",
        ["JPM"] = "JPM",
    }.ToDictionary(s => InstrumentList.IdOf(s.Key), s => s.Value);

    private readonly MarketsOptions _options = options.Value;

    public MarketMaker Maker { get; } = new(
        "Yahoo", "Prices some 15 minutes old from Yahoo Finance, switched on by the operator of this paper; change against the close before.", new Uri("https://finance.yahoo.com/"), QuoteKind.Delayed);

    public bool IsOn => _options.UseYahoo;

    public IReadOnlyList<InstrumentId> Instruments { get; } = [.. Symbols.Keys];

    public MarketHours? Hours => null;

    public async Task<FixResult> AskAsync(IReadOnlyCollection<InstrumentId> instruments, CancellationToken cancel)
    {
        var charts = new List<YahooChart>();
        string? trouble = null;
        TimeSpan? retryAfter = null;
        foreach (var instrument in instruments)
        {
            var address = new Uri(_options.YahooAddress, $"{Uri.EscapeDataString(Symbols[instrument])}?range=1mo&interval=1d");
            var answer = await fetcher.FetchAsync(new FetchRequest(address), cancel);
            if (answer is FetchResult.Fresh fresh)
            {
                if (Parse(fresh.Body, instrument, clock.GetUtcNow(), Maker.Name) is { } chart)
                    charts.Add(chart);
                else
                    trouble = $"It sent no price of {Symbols[instrument]}.";
                continue;
            }

            trouble = answer switch { FetchResult.Failed f => f.Reason, FetchResult.Refused r => r.Reason, _ => $"It knows no {Symbols[instrument]}." };
            retryAfter = (answer as FetchResult.Failed)?.RetryAfter;
            // Whoever is told that it asks too much does not go on to the next symbol.
            if (retryAfter is not null || trouble.Contains("429", StringComparison.Ordinal))
                break;
        }

        return charts.Count == 0
            ? new FixResult.Failed(trouble ?? "It was asked for nothing.", retryAfter)
            : new FixResult.Prices(
                charts.Select(c => c.Quote).ToList(),
                charts.SelectMany(c => c.History).ToList(),
                charts.Where(c => c.Session is not null).ToDictionary(c => c.Quote.Instrument, c => c.Session!),
                null,
                trouble,
                retryAfter);
    }

    /// <summary>
    /// One chart; null when it holds no price, or one in another currency than the instrument's. Nulls in its rows are gaps. The basis is
    /// the last close of a day before the price's own: the field "chartPreviousClose" is of the day before the whole range.
    /// </summary>
    public static YahooChart? Parse(ReadOnlyMemory<byte> body, InstrumentId instrument, DateTimeOffset received, string maker)
    {
        using var document = JsonFields.Parse(body);
        if (document?.RootElement.Field("chart")?.Field("result") is not { ValueKind: JsonValueKind.Array } results || results.GetArrayLength() == 0)
            return null;
        var result = results[0];
        if (result.Field("meta") is not { } meta || meta.Price("regularMarketPrice") is not { } price || meta.Seconds("regularMarketTime") is not { } made)
            return null;
        var known = InstrumentList.All.First(i => i.Id == instrument);
        if (known.Unit != "pt" && meta.Text("currency") is { } currency && currency != known.Unit)
            return null;
        var offset = meta.Whole("gmtoffset") is >= -50_400 and <= 50_400 and var seconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        var today = DateOnly.FromDateTime((made + offset).UtcDateTime);
        var days = Days(result, offset).Where(d => d.Day < today).OrderBy(d => d.Day).ToList();
        var basis = days.Count == 0 ? null : new QuoteBasis(BasisKind.PreviousClose, days[^1].Candle.Close, null);
        var quote = new Quote(
            instrument, price, basis, QuoteKind.Delayed, made, received, maker, High: meta.Price("regularMarketDayHigh"), Low: meta.Price("regularMarketDayLow"));
        return new YahooChart(quote, days.Select(d => new SpanCandle(instrument, CandleSpan.Day, d.Candle)).ToList(), Session(meta));
    }

    private static IEnumerable<(DateOnly Day, Candle Candle)> Days(JsonElement result, TimeSpan offset)
    {
        if (result.Field("timestamp") is not { ValueKind: JsonValueKind.Array } times
            || result.Field("indicators")?.Field("quote") is not { ValueKind: JsonValueKind.Array } quotes || quotes.GetArrayLength() == 0)
            yield break;
        for (var row = 0; row < times.GetArrayLength(); row++)
        {
            if (times[row].Number() is not (> 0 and < 253_402_300_800m and var seconds) || At("close", row) is not { } close)
                continue;
            var day = DateOnly.FromDateTime((DateTimeOffset.FromUnixTimeSeconds((long)seconds) + offset).UtcDateTime);
            var open = At("open", row) ?? close;
            var high = Math.Max(At("high", row) ?? close, Math.Max(open, close));
            var low = Math.Min(At("low", row) ?? close, Math.Min(open, close));
            yield return (day, new Candle(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), open, high, low, close));
        }

        decimal? At(string name, int row) =>
            quotes[0].Field(name) is { ValueKind: JsonValueKind.Array } column && row < column.GetArrayLength() && column[row].Number() is > 0 and var price ? price : null;
    }

    private static TradingSession? Session(JsonElement meta) =>
        meta.Field("currentTradingPeriod")?.Field("regular") is { } regular && regular.Seconds("start") is { } start && regular.Seconds("end") is { } end && end > start
            ? new TradingSession(start, end)
            : null;
}
