using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>US shares from Finnhub, one question for each; only with the operator's key, which stands in no log and no reason.</summary>
public sealed class FinnhubClient(Fetcher fetcher, IOptions<MarketsOptions> options, TimeProvider clock) : IFixClient
{
    private static readonly Dictionary<InstrumentId, string> Symbols =
        InstrumentList.All.Where(i => i.Group == InstrumentGroup.Shares).ToDictionary(i => i.Id, i => i.Symbol);

    private readonly MarketsOptions _options = options.Value;

    public MarketMaker Maker { get; } = new(
        "Finnhub", "Prices of US shares from Finnhub, with the key of this paper's operator and on the terms of it; change against the close before.", new Uri("https://finnhub.io/"), QuoteKind.Delayed);

    public bool IsOn => _options.FinnhubKey.Length > 0;

    public IReadOnlyList<InstrumentId> Instruments { get; } = [.. Symbols.Keys];

    public MarketHours? Hours => null;

    public async Task<FixResult> AskAsync(IReadOnlyCollection<InstrumentId> instruments, CancellationToken cancel)
    {
        var quotes = new List<Quote>();
        string? trouble = null;
        TimeSpan? retryAfter = null;
        foreach (var instrument in instruments)
        {
            var address = new Uri($"{_options.FinnhubAddress.AbsoluteUri}?symbol={Symbols[instrument]}&token={Uri.EscapeDataString(_options.FinnhubKey)}");
            var answer = await fetcher.FetchAsync(new FetchRequest(address), cancel);
            if (answer is FetchResult.Fresh fresh && Parse(fresh.Body, instrument, clock.GetUtcNow(), Maker.Name) is { } quote)
            {
                quotes.Add(quote);
                continue;
            }

            trouble = Plain.Without(_options.FinnhubKey, answer switch
            {
                FetchResult.Failed f => f.Reason,
                FetchResult.Refused r => r.Reason,
                _ => $"It sent no price of {Symbols[instrument]}.",
            });
            retryAfter = (answer as FetchResult.Failed)?.RetryAfter;
            // A refused key and too many questions are the same for the next symbol.
            if (answer is FetchResult.Failed)
                break;
        }

        var session = MarketHours.UsStockSession(clock.GetUtcNow());
        return quotes.Count == 0
            ? new FixResult.Failed(trouble ?? "It was asked for nothing.", retryAfter)
            : new FixResult.Prices(quotes, [], quotes.ToDictionary(q => q.Instrument, _ => session), null, trouble, retryAfter);
    }

    /// <summary>One quote; null when it holds no price, which Finnhub writes as zeros for a symbol it does not know.</summary>
    public static Quote? Parse(ReadOnlyMemory<byte> body, InstrumentId instrument, DateTimeOffset received, string maker)
    {
        using var document = JsonFields.Parse(body);
        if (document?.RootElement is not { } root || root.Price("c") is not { } price || root.Seconds("t") is not { } made)
            return null;
        var basis = root.Price("pc") is { } close ? new QuoteBasis(BasisKind.PreviousClose, close, null) : null;
        return new Quote(instrument, price, basis, QuoteKind.Delayed, made, received, maker, High: root.Price("h"), Low: root.Price("l"));
    }
}
