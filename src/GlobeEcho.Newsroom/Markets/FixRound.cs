using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>Asks one client for as long as the program runs, whenever its time has come.</summary>
public sealed class FixRound(IFixClient client, IReadOnlyCollection<InstrumentId> instruments, TradingFloor floor, TimeSpan delayed, TimeProvider clock, ILogger<FixRound> log)
{
    /// <summary>Ends only when it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var failures = 0;
        DateTimeOffset? newest = null;
        while (true)
        {
            var result = await client.AskAsync(instruments, cancel);
            var news = floor.Take(client, result);
            var now = clock.GetUtcNow();
            DateTimeOffset next;
            switch (result)
            {
                case FixResult.Failed failed:
                    next = FixSchedule.Failed(++failures, failed.RetryAfter, Random.Shared.NextDouble(), now);
                    if (news)
                        MarketsLog.FixFailed(log, client.Maker.Name, failed.Reason, next);
                    break;
                case FixResult.Prices prices:
                    var made = prices.Quotes.Count == 0 ? newest : prices.Quotes.Max(q => q.AsOf);
                    if (made != newest && made is { } moment && client.Hours is not null)
                        MarketsLog.Fixed(log, client.Maker.Name, prices.Quotes.Count, moment);
                    if (news && prices.Trouble is not null)
                        MarketsLog.FixTroubled(log, client.Maker.Name, prices.Trouble);
                    (failures, newest) = (0, made);
                    next = FixSchedule.Next(client.Hours, newest, prices.FreshUntil, delayed, now);
                    if (prices.RetryAfter is { } asked && now + asked > next)
                        next = FixSchedule.Failed(1, asked, 0, now);
                    break;
                case FixResult.Unchanged unchanged:
                    failures = 0;
                    next = FixSchedule.Next(client.Hours, newest, unchanged.FreshUntil, delayed, now);
                    break;
                default:
                    throw new InvalidOperationException("An answer is prices, unchanged or failed.");
            }

            await Task.Delay(next - now, clock, cancel);
        }
    }
}
