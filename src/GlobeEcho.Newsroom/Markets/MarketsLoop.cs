using GlobeEcho.Newsroom.Fetching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>Runs the streams and the clients, and saves what they bring.</summary>
public sealed class MarketsLoop(TradingFloor floor, Fetcher fetcher, TimeProvider clock, IOptions<MarketsOptions> options, ILoggerFactory logs) : BackgroundService
{
    private static readonly TimeSpan LastSave = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AfterBreak = TimeSpan.FromMinutes(1);

    private readonly ILogger<MarketsLoop> _log = logs.CreateLogger<MarketsLoop>();

    /// <summary>The board is filled before the first page is asked for.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await floor.LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var delayed = TimeSpan.FromMinutes(options.Value.DelayedMinutes);
        var asked = new HashSet<InstrumentId>();
        var work = new List<Task> { SaveAsync(stoppingToken), TickAsync(stoppingToken) };
        foreach (var stream in floor.Streams)
        {
            var live = new LiveStream(stream, fetcher, floor, clock, logs.CreateLogger<LiveStream>());
            work.Add(KeepAsync(stream.Maker.Name, live.RunAsync, stoppingToken));
        }

        foreach (var client in floor.Clients)
        {
            var own = client.Instruments.Where(asked.Add).ToList();
            var round = new FixRound(client, own, floor, delayed, clock, logs.CreateLogger<FixRound>());
            if (own.Count > 0)
                work.Add(KeepAsync(client.Maker.Name, round.RunAsync, stoppingToken));
        }

        try
        {
            await Task.WhenAll(work);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            MarketsLog.Stopped(_log);
        }

        using var last = new CancellationTokenSource(LastSave, clock);
        await TrySaveAsync(isLast: true, last.Token);
    }

    /// <summary>One source's own mistake must not silence the others.</summary>
    private async Task KeepAsync(string maker, Func<CancellationToken, Task> run, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await run(cancel);
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                MarketsLog.SourceBroke(_log, e, maker);
                floor.Lose(maker, "It sent something this program stumbled over; see the log.");
                await Task.Delay(AfterBreak, clock, cancel);
            }
        }
    }

    private async Task TickAsync(CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), clock, cancel);
            foreach (var quote in floor.Tick())
                MarketsLog.Switched(_log, quote.Instrument, quote.Maker);
        }
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(options.Value.FlushSeconds), clock, cancel);
            await TrySaveAsync(isLast: false, cancel);
        }
    }

    private async Task TrySaveAsync(bool isLast, CancellationToken cancel)
    {
        try
        {
            await floor.SaveAsync(cancel);
        }
        catch (Exception e) when (isLast || !cancel.IsCancellationRequested)
        {
            // A full disk must not end the board: it stays up in memory and is saved when there is room again.
            MarketsLog.SaveFailed(_log, e);
        }
    }
}
