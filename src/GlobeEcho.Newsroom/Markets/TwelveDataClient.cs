using System.Text.Json;
using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>US shares from Twelve Data, all in one question; only with the operator's key, which stands in no log and no reason.</summary>
public sealed class TwelveDataClient(Fetcher fetcher, IOptions<MarketsOptions> options, TimeProvider clock) : IFixClient
{
    private static readonly Dictionary<InstrumentId, string> Symbols =
        InstrumentList.All.Where(i => i.Group == InstrumentGroup.Shares).ToDictionary(i => i.Id, i => i.Symbol);

    private readonly MarketsOptions _options = options.Value;

    public MarketMaker Maker { get; } = new(
        "Twelve Data", "Prices of US shares from Twelve Data, with the key of this paper's operator and on the terms of it; change against the close before.", new Uri("https://twelvedata.com/"), QuoteKind.Delayed);

    public bool IsOn => _options.TwelveDataKey.Length > 0;

    public IReadOnlyList<InstrumentId> Instruments { get; } = [.. Symbols.Keys];

    public MarketHours? Hours => null;

    public async Task<FixResult> AskAsync(IReadOnlyCollection<InstrumentId> instruments, CancellationToken cancel)
    {
        var symbols = string.Join(',', instruments.Select(i => Symbols[i]));
        var answer = await fetcher.FetchAsync(
            new FetchRequest(new Uri($"{_options.TwelveDataAddress.AbsoluteUri}?symbol={symbols}&apikey={Uri.EscapeDataString(_options.TwelveDataKey)}")), cancel);
        switch (answer)
        {
            case FetchResult.Fresh fresh:
                var (quotes, trouble) = Parse(fresh.Body, clock.GetUtcNow(), Maker.Name);
                trouble = trouble is null ? null : Plain.Without(_options.TwelveDataKey, trouble);
                var session = MarketHours.UsStockSession(clock.GetUtcNow());
                return quotes.Count == 0
                    ? new FixResult.Failed(trouble ?? "It sent no prices.")
                    : new FixResult.Prices(quotes.Where(q => instruments.Contains(q.Instrument)).ToList(), [], quotes.ToDictionary(q => q.Instrument, _ => session), null, trouble);
            case FetchResult.Failed failed:
                return new FixResult.Failed(Plain.Without(_options.TwelveDataKey, failed.Reason), failed.RetryAfter);
            case FetchResult.Refused refused:
                return new FixResult.Failed(Plain.Without(_options.TwelveDataKey, refused.Reason));
            default:
                return new FixResult.Failed("It sent no prices.");
        }
    }

    /// <summary>The quotes of an answer: an object of quotes by symbol, or one quote alone. What is an error instead is told in words.</summary>
    public static (IReadOnlyList<Quote> Quotes, string? Trouble) Parse(ReadOnlyMemory<byte> body, DateTimeOffset received, string maker)
    {
        using var document = JsonFields.Parse(body);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } root)
            return ([], "It sent something that is no JSON object.");
        if (root.Text("status") == "error")
            return ([], $"It refused: {Plain.Words(root.Text("message")) ?? "no reason given"}");
        var entries = root.Text("symbol") is not null ? [root] : root.EnumerateObject().Select(p => p.Value).ToList();
        var quotes = entries.Select(e => Read(e, received, maker)).OfType<Quote>().ToList();
        var refused = entries.Find(e => e.Text("status") == "error");
        return (quotes, refused.ValueKind == JsonValueKind.Undefined ? null : $"It refused a symbol: {Plain.Words(refused.Text("message")) ?? "no reason given"}");
    }

    private static Quote? Read(JsonElement entry, DateTimeOffset received, string maker)
    {
        var instrument = Symbols.FirstOrDefault(s => s.Value == entry.Text("symbol"));
        if (instrument.Value is null || entry.Price("close") is not { } price || (entry.Seconds("last_quote_at") ?? entry.Seconds("timestamp")) is not { } made)
            return null;
        if (entry.Text("currency") is { } currency && currency != "USD")
            return null;
        var basis = entry.Price("previous_close") is { } close ? new QuoteBasis(BasisKind.PreviousClose, close, null) : null;
        return new Quote(instrument.Key, price, basis, QuoteKind.Delayed, made, received, maker, High: entry.Price("high"), Low: entry.Price("low"));
    }
}
