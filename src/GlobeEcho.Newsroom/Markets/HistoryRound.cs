using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>Fetches the past of what is traded live: after a start, and once a day for what was missed while the machine slept.</summary>
public sealed class HistoryRound(KrakenHistoryClient client, TradingFloor floor, TimeProvider clock, ILogger<HistoryRound> log)
{
    // Kraken's public pages may be asked about once a second; nobody waits for this.
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LastRetry = TimeSpan.FromHours(2);
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    /// <summary>Ends only when it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            await FillAsync(cancel);
            await Task.Delay(Again, clock, cancel);
        }
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        // Days first: the longest line of each instrument, then the finer ones.
        var open = new Queue<(Instrument Instrument, CandleSpan Span)>(
            from span in new[] { CandleSpan.Day, CandleSpan.Hour, CandleSpan.Minute }
            from instrument in floor.Board.Instruments
            where instrument is { Group: InstrumentGroup.Crypto, Base: not null }
            select (instrument, span));
        var (failures, candles) = (0, 0);
        while (open.Count > 0)
        {
            var (instrument, span) = open.Dequeue();
            var pause = Gap;
            switch (await client.AskAsync(instrument, span, cancel))
            {
                case PastResult.Found found:
                    floor.TakeHistory(found.Candles);
                    (candles, failures) = (candles + found.Candles.Count, 0);
                    break;
                case PastResult.None none:
                    MarketsLog.NoHistory(log, instrument.Symbol, none.Reason);
                    break;
                case PastResult.Failed failed:
                    open.Enqueue((instrument, span));
                    pause = Backoff.Wait(++failures, FirstRetry, LastRetry, Random.Shared.NextDouble());
                    if (failed.RetryAfter is { } asked && asked > pause)
                        pause = asked;
                    if (failures == 1)
                        MarketsLog.HistoryFailed(log, failed.Reason);
                    break;
                default:
                    throw new InvalidOperationException("The past is found, none or failed.");
            }

            await Task.Delay(pause, clock, cancel);
        }

        if (candles > 0)
            MarketsLog.HistoryTaken(log, candles);
    }
}
