using System.Text.Json;
using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>Coinbase Exchange's feed: the channels "ticker_batch" and "heartbeat". Change is over the last 24 hours.</summary>
public sealed class CoinbaseStream(IOptions<MarketsOptions> options) : IQuoteStream
{
    private static readonly Dictionary<string, InstrumentId> Products = new[]
    {
        "BTC-USD", "ETH-USD", "SOL-USD", "XRP-USD", "ADA-USD", "DOGE-USD", "LTC-USD", "DOT-USD", "LINK-USD", "AVAX-USD", "BCH-USD", "XLM-USD", "BTC-EUR", "ETH-EUR",
    }.ToDictionary(s => s, InstrumentList.IdOf);

    private static readonly Dictionary<InstrumentId, string> Names = Products.ToDictionary(p => p.Value, p => p.Key);

    public MarketMaker Maker { get; } = new(
        "Coinbase", "Live trades of Coinbase Exchange, from its public data feed; change over 24 hours.", new Uri("https://exchange.coinbase.com/"), QuoteKind.Live);

    public bool IsOn => options.Value.UseCoinbase;

    public Uri Address => options.Value.CoinbaseAddress;

    public IReadOnlyList<InstrumentId> Instruments { get; } = [.. Products.Values];

    public bool OneRefusalIsAll => true;

    public IReadOnlyList<string> Ask(IReadOnlyCollection<InstrumentId> instruments) =>
    [
        JsonSerializer.Serialize(new { type = "subscribe", product_ids = instruments.Select(i => Names[i]), channels = new[] { "ticker_batch", "heartbeat" } }),
    ];

    public IReadOnlyList<StreamNote> Read(ReadOnlyMemory<byte> message, DateTimeOffset received)
    {
        using var document = JsonFields.Parse(message);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } root)
            return [new StreamNote.Odd("It sent something that is no JSON object.")];
        return root.Text("type") switch
        {
            "ticker" => [Ticker(root, received)],
            "subscriptions" => Acknowledged(root),
            "error" => [Refusal(root)],
            _ => [new StreamNote.Alive()],
        };
    }

    /// <summary>The channel "ticker_batch" is acknowledged under another name, so the products are what counts.</summary>
    private static List<StreamNote> Acknowledged(JsonElement root) =>
        root.Field("channels").Items().Where(c => c.Text("name")?.StartsWith("ticker", StringComparison.Ordinal) == true)
            .SelectMany(c => c.Field("product_ids").Items()).Select(JsonFields.TextOf).OfType<string>().Where(Products.ContainsKey)
            .Select(StreamNote (p) => new StreamNote.Accepted(Products[p])).Distinct().DefaultIfEmpty(new StreamNote.Alive()).ToList();

    private static StreamNote.Refused Refusal(JsonElement root)
    {
        var words = $"{root.Text("message")} {root.Text("reason")}";
        InstrumentId? instrument = Products.FirstOrDefault(p => words.Contains(p.Key, StringComparison.OrdinalIgnoreCase)) is { Key: { } } named ? named.Value : null;
        return new StreamNote.Refused(instrument, $"The subscription was refused: {Plain.Words(words) ?? "no reason given"}");
    }

    private StreamNote Ticker(JsonElement ticker, DateTimeOffset received)
    {
        if (ticker.Text("product_id") is not { } product || !Products.TryGetValue(product, out var instrument))
            return new StreamNote.Alive();
        if (ticker.Price("price") is not { } price)
            return new StreamNote.Odd($"It sent {product} without a price.");
        var made = ticker.Moment("time") ?? received;
        var basis = ticker.Price("open_24h") is { } open ? new QuoteBasis(BasisKind.Day, open, made.AddDays(-1)) : null;
        var quote = new Quote(
            instrument, price, basis, QuoteKind.Live, made, received, Maker.Name, ticker.Price("best_bid"), ticker.Price("best_ask"), ticker.Price("high_24h"), ticker.Price("low_24h"));
        return new StreamNote.Priced(quote, ticker.Whole("sequence"));
    }
}
