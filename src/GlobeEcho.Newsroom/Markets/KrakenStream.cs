using System.Text.Json;
using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>Kraken's WebSocket API, version 2: the channel "ticker". Change is over the last 24 hours.</summary>
public sealed class KrakenStream(IOptions<MarketsOptions> options) : IQuoteStream
{
    private static readonly Dictionary<string, InstrumentId> Symbols = new[]
    {
        "BTC/USD", "ETH/USD", "SOL/USD", "XRP/USD", "ADA/USD", "DOGE/USD", "LTC/USD", "DOT/USD", "LINK/USD", "AVAX/USD", "BCH/USD", "XLM/USD", "BTC/EUR", "ETH/EUR",
    }.ToDictionary(s => s, InstrumentList.IdOf);

    private static readonly Dictionary<InstrumentId, string> Names = Symbols.ToDictionary(p => p.Value, p => p.Key);

    public MarketMaker Maker { get; } = new(
        "Kraken", "Live trades of the exchange Kraken, from its public data stream; change over 24 hours.", new Uri("https://www.kraken.com/"), QuoteKind.Live);

    public bool IsOn => options.Value.UseKraken;

    public Uri Address => options.Value.KrakenAddress;

    public IReadOnlyList<InstrumentId> Instruments { get; } = [.. Symbols.Values];

    public bool OneRefusalIsAll => false;

    public IReadOnlyList<string> Ask(IReadOnlyCollection<InstrumentId> instruments) =>
    [
        JsonSerializer.Serialize(new
        {
            method = "subscribe",
            @params = new { channel = "ticker", symbol = instruments.Select(i => Names[i]), event_trigger = "trades", snapshot = true },
            req_id = 1,
        }),
    ];

    public IReadOnlyList<StreamNote> Read(ReadOnlyMemory<byte> message, DateTimeOffset received)
    {
        using var document = JsonFields.Parse(message);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } root)
            return [new StreamNote.Odd("It sent something that is no JSON object.")];
        if (root.Text("channel") == "ticker" && root.Field("data") is { ValueKind: JsonValueKind.Array } data)
            return data.EnumerateArray().Select(t => Ticker(t, received)).DefaultIfEmpty(new StreamNote.Alive()).ToList();
        if (root.Text("channel") == "ticker")
            return [new StreamNote.Odd("It sent a ticker without prices.")];
        if (root.Text("channel") == "status" && root.Field("data") is { ValueKind: JsonValueKind.Array } status)
            return [Status(status)];
        return [root.Field("success") is not null || root.Field("error") is not null ? Answer(root) : new StreamNote.Alive()];
    }

    private static StreamNote Answer(JsonElement root)
    {
        var symbol = (root.Field("result") is { } result ? result.Text("symbol") : null) ?? root.Text("symbol");
        InstrumentId? instrument = symbol is not null && Symbols.TryGetValue(symbol, out var known) ? known : null;
        if (root.Field("success") is { ValueKind: JsonValueKind.True } || root.Text("error")?.Contains("already subscribed", StringComparison.OrdinalIgnoreCase) == true)
            return instrument is { } accepted ? new StreamNote.Accepted(accepted) : new StreamNote.Alive();
        return new StreamNote.Refused(instrument, $"{symbol ?? "The subscription"} was refused: {Plain.Words(root.Text("error")) ?? "no reason given"}");
    }

    private static StreamNote Status(JsonElement data) =>
        data.EnumerateArray().Select(s => s.Text("system")).FirstOrDefault(s => s is not null) is { } system and not "online"
            ? new StreamNote.Refused(null, $"The exchange says that it is not trading: {Plain.Words(system)}")
            : new StreamNote.Alive();

    private StreamNote Ticker(JsonElement ticker, DateTimeOffset received)
    {
        if (ticker.Text("symbol") is not { } symbol || !Symbols.TryGetValue(symbol, out var instrument))
            return new StreamNote.Alive();
        if (ticker.Price("last") is not { } last)
            return new StreamNote.Odd($"It sent {symbol} without a price.");
        var made = ticker.Moment("timestamp") ?? received;
        var basis = ticker.Number("change") is { } change && last - change > 0 ? new QuoteBasis(BasisKind.Day, last - change, made.AddDays(-1)) : null;
        return new StreamNote.Priced(new Quote(
            instrument, last, basis, QuoteKind.Live, made, received, Maker.Name, ticker.Price("bid"), ticker.Price("ask"), ticker.Price("high"), ticker.Price("low")));
    }
}
