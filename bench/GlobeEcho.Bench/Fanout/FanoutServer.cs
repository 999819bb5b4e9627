using System.Diagnostics;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site;
using GlobeEcho.Site.Live;
using GlobeEcho.Site.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GlobeEcho.Bench.Fanout;

/// <summary>
/// The server that is measured, in a process of its own: the paper's own stream over a board on which 20 prices change four times a
/// second, and beside it the plain way with the framework's event results. It stops when its standard input ends, or when it is told to.
/// </summary>
internal static class FanoutServer
{
    public static async Task<int> RunAsync(CancellationToken cancel)
    {
        var board = new QuoteBoard(Instruments());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddOptions<SiteOptions>();
        builder.Services.AddSingleton<PaperTime>();
        builder.Services.AddSingleton(new LiveQuotes(board, _ => QuoteState.Live, _ => null));
        builder.Services.AddLive();
        builder.Services.AddSingleton<PlainQuotes>();
        await using var app = builder.Build();
        app.MapLive();
        app.MapGet("/plain", (PlainQuotes quotes, CancellationToken gone) => TypedResults.ServerSentEvents(quotes.ReadAsync(gone)));
        app.MapGet("/stats", Stats);
        await app.StartAsync(cancel);
        Console.WriteLine(app.Urls.First());

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, app.Lifetime.ApplicationStopping);
        var prices = FeedAsync(board, app.Services.GetRequiredService<PlainQuotes>(), stop.Token);
        // Whichever comes first: the bench closes our input, or somebody tells the process to stop.
        // A console is read on the thread that asks, whatever the method is called.
        await Task.WhenAny(Task.Run(Console.In.ReadToEnd, CancellationToken.None), prices);
        await stop.CancelAsync();
        await prices.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    /// <summary>Seconds of processor time, and bytes of live objects when they are asked for: counting them stops everything for a moment.</summary>
    private static string Stats(bool managed)
    {
        using var me = Process.GetCurrentProcess();
        var bytes = managed ? GC.GetTotalMemory(forceFullCollection: true) : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{me.TotalProcessorTime.TotalSeconds} {bytes}");
    }

    private static async Task FeedAsync(QuoteBoard board, PlainQuotes plain, CancellationToken cancel)
    {
        var chance = new Random(24);
        var price = board.Instruments.Select(_ => Math.Round(20 + ((decimal)chance.NextDouble() * 70_000), 2)).ToArray();
        var basis = price.Select(p => new QuoteBasis(BasisKind.Day, p, null)).ToArray();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        do
        {
            var now = TimeProvider.System.GetUtcNow();
            for (var i = 0; i < price.Length; i++)
            {
                price[i] = Math.Max(1, Math.Round(price[i] * (1 + (decimal)((chance.NextDouble() - 0.5) / 500)), 2));
                board.Put(new Quote(board.Instruments[i].Id, price[i], basis[i], QuoteKind.Live, now, now, "Bench"));
            }

            plain.Put(board, now);
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    private static IReadOnlyList<Instrument> Instruments() =>
        [.. Enumerable.Range(1, 20).Select(i => new Instrument(new($"coin{i:00}-usd"), $"COIN{i:00}/USD", $"Coin {i}", InstrumentGroup.Crypto, "USD", 2))];

    /// <summary>What one would write at first: a record for each turn, and each reader's own loop, serialiser and events.</summary>
    private sealed class PlainQuotes
    {
        private TaskCompletionSource<PlainFrame> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Dictionary<InstrumentId, (decimal, string, string?, string?)> _before = [];
        private long _sequence;

        public void Put(QuoteBoard board, DateTimeOffset now)
        {
            var time = new PaperTime(TimeProvider.System, Microsoft.Extensions.Options.Options.Create(new SiteOptions()));
            var printed = board.Since(0).Select(p => PrintedQuote.Of(board.Instrument(p.Quote.Instrument)!, p.Quote, QuoteState.Live, null, now, time)).ToList();
            var changed = printed.Where(q => !_before.TryGetValue(q.Instrument, out var b) || b != (q.Value, q.Price, q.Change, q.Percent))
                .Select(q => new PlainQuote(q.Instrument.Value, q.Value, q.Price, q.Change, q.Percent, q.MadeWord)).ToList();
            _before = printed.ToDictionary(q => q.Instrument, q => (q.Value, q.Price, q.Change, q.Percent));
            var frame = new PlainFrame(++_sequence, (TimeProvider.System.GetUtcNow().UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10 / 1000m, changed);
            Interlocked.Exchange(ref _next, new TaskCompletionSource<PlainFrame>(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult(frame);
        }

        public async IAsyncEnumerable<SseItem<PlainFrame>> ReadAsync([EnumeratorCancellation] CancellationToken gone)
        {
            while (true)
                yield return new SseItem<PlainFrame>(await Volatile.Read(ref _next).Task.WaitAsync(gone), "quotes");
        }
    }

    private sealed record PlainFrame(long Seq, decimal At, IReadOnlyList<PlainQuote> Quotes);

    private sealed record PlainQuote(string Id, decimal Value, string Price, string? Change, string? Percent, string Made);
}
