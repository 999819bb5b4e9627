using System.Text.Json;
using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>Kraken's candles of the past, so that a chart has a line before the paper has listened for a while.</summary>
public sealed class KrakenHistoryClient(Fetcher fetcher, IOptions<MarketsOptions> options)
{
    // Two names of Kraken's own; its lists have gone by them since before the others agreed.
    private static readonly Dictionary<string, string> OwnNames = new() { ["BTC"] = "XBT", ["DOGE"] = "XDG" };

    public bool IsOn => options.Value is { UseKraken: true, UseKrakenHistory: true };

    /// <summary>The candles it keeps of one length, 720 at most.</summary>
    public async Task<PastResult> AskAsync(Instrument instrument, CandleSpan span, CancellationToken cancel)
    {
        var minutes = span switch { CandleSpan.Minute => 1, CandleSpan.Hour => 60, _ => 1440 };
        var pair = OwnNames.GetValueOrDefault(instrument.Base!, instrument.Base!) + instrument.Unit;
        var address = new UriBuilder(options.Value.KrakenHistoryAddress) { Query = $"pair={pair}&interval={minutes}" }.Uri;
        return await fetcher.FetchAsync(new FetchRequest(address, Accept: "application/json"), cancel) switch
        {
            FetchResult.Fresh fresh => Parse(fresh.Body, instrument.Id, span),
            FetchResult.Refused refused => new PastResult.Failed(refused.Reason),
            FetchResult.Failed failed => new PastResult.Failed(failed.Reason, failed.RetryAfter),
            FetchResult.Gone => new PastResult.Failed("Its address is gone."),
            _ => new PastResult.Failed("It said that nothing has changed, though it was not asked for changes."),
        };
    }

    /// <summary>Rows of [time, open, high, low, close, ...] under the pair's name. A row that is no candle is left out, not guessed.</summary>
    public static PastResult Parse(ReadOnlyMemory<byte> body, InstrumentId instrument, CandleSpan span)
    {
        using var document = JsonFields.Parse(body);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } root)
            return new PastResult.Failed("It sent something that is no JSON object.");
        if (root.Field("error") is { ValueKind: JsonValueKind.Array } errors && errors.GetArrayLength() > 0)
            return new PastResult.None($"It answered: {Plain.Words(errors[0].ToString())}");
        if (root.Field("result") is not { ValueKind: JsonValueKind.Object } result)
            return new PastResult.None("It sent no candles.");
        var rows = result.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array).SelectMany(p => p.Value.EnumerateArray());
        var candles = rows.Select(Candle).OfType<Candle>().OrderBy(c => c.Start).Select(c => new SpanCandle(instrument, span, c)).ToList();
        return candles.Count == 0 ? new PastResult.None("It sent no candles.") : new PastResult.Found(candles);
    }

    private static Candle? Candle(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Array || row.GetArrayLength() < 5 || row[0].Number() is not (> 0 and < 253_402_300_800m and var seconds))
            return null;
        if (row[1].Number() is not (> 0 and var open) || row[2].Number() is not (> 0 and var high) || row[3].Number() is not (> 0 and var low) || row[4].Number() is not (> 0 and var close))
            return null;
        return low > high || open > high || open < low || close > high || close < low
            ? null
            : new Candle(DateTimeOffset.FromUnixTimeSeconds((long)seconds), open, high, low, close);
    }
}
