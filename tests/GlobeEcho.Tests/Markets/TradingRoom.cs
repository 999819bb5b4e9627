using System.Collections.Concurrent;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Markets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Markets;

/// <summary>The room with a real archive and a clock of its own; what runs in it runs until it is disposed.</summary>
internal sealed class TradingRoom : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 18, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-test").FullName;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _running = [];
    private MarketsLoop? _loop;

    /// <param name="patience">Seconds by the room's clock that an answer may take. Long, because that clock runs far ahead of the machine.</param>
    public TradingRoom(MarketsOptions? options = null, double patience = 1_000_000)
    {
        Options = options ?? new MarketsOptions();
        Archive = NewsArchive.Open(_folder);
        Fetcher = new Fetcher(
            Microsoft.Extensions.Options.Options.Create(new FetchingOptions { AllowedHosts = { "127.0.0.1" }, TimeoutSeconds = patience, HeaderTimeoutSeconds = patience }), Clock);
        Floor = NewFloor();
    }

    public MarketsOptions Options { get; }

    public FakeTimeProvider Clock { get; } = new(Start);

    public NewsArchive Archive { get; }

    public Fetcher Fetcher { get; }

    public MarketsStore Store { get; } = new();

    public TradingFloor Floor { get; private set; }

    public QuoteBoard Board => Floor.Board;

    public MarketsDesk Desk => new(Floor, Archive, Store, Clock);

    public KrakenHistoryClient History => new(Fetcher, Microsoft.Extensions.Options.Options.Create(Options));

    public Lines Log { get; } = new();

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Options with everything off; a test switches on what it is about.</summary>
    public static MarketsOptions Nothing() => new() { UseKraken = false, UseKrakenHistory = false, UseCoinbase = false, UseEcb = false, UseNbrb = false, UseTreasury = false };

    /// <summary>The room as it is after a restart: the same archive, nothing in memory.</summary>
    public async Task ReopenAsync()
    {
        Floor = NewFloor();
        await Floor.LoadAsync(Cancel);
    }

    public Quote? Quote(string id) => Board.Find(new InstrumentId(id))?.Quote;

    public QuoteState StateOf(string id) => Floor.StateOf(Quote(id)!).State;

    public MarketSource Source(string maker) => Floor.Sources.Single(s => s.Name == maker);

    /// <summary>Runs one stream, without the loop around it.</summary>
    public void Listen(IQuoteStream stream) => _running.Add(new LiveStream(stream, Fetcher, Floor, Clock, new Logger<LiveStream>(Log)).RunAsync(_stop.Token));

    public void AskForPast() => _running.Add(new HistoryRound(History, Floor, Clock, new Logger<HistoryRound>(Log)).RunAsync(_stop.Token));

    public void Ask(IFixClient client) =>
        _running.Add(new FixRound(client, client.Instruments, Floor, TimeSpan.FromMinutes(15), Clock, new Logger<FixRound>(Log)).RunAsync(_stop.Token));

    /// <summary>Runs the whole room as the program does.</summary>
    public async Task RunAsync()
    {
        _loop = new MarketsLoop(Floor, History, Fetcher, Clock, Microsoft.Extensions.Options.Options.Create(Options), Log);
        await _loop.StartAsync(Cancel);
    }

    public async Task StopAsync()
    {
        if (_loop is not null)
            await _loop.StopAsync(CancellationToken.None);
        _loop = null;
    }

    /// <summary>Waits for what needs no time by the room's clock, only the machine's.</summary>
    public static async Task UntilAsync(Func<bool> isSo, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isSo())
        {
            if (patience.IsCancellationRequested)
                Assert.Fail($"It did not come to this: {what}");
            await Task.Delay(2, Cancel);
        }
    }

    /// <summary>Lets the room's clock run in steps of half a second until something is so, and the machine keep up with it.</summary>
    public async Task RunClockUntilAsync(Func<bool> isSo, string what, Func<Task>? eachStep = null)
    {
        for (var step = 0; !isSo(); step++)
        {
            if (step > 2000)
                Assert.Fail($"In {Clock.GetUtcNow() - Start} it did not come to this: {what}");
            if (eachStep is not null)
                await eachStep();
            Clock.Advance(TimeSpan.FromSeconds(0.5));
            await Task.Delay(3, Cancel);
        }
    }

    /// <summary>Lets a double say something, and the room's clock stand still until that was heard; at most a second, for nobody may listen.</summary>
    public async Task HearAsync(StreamDouble stream, string maker, string message)
    {
        if (!stream.IsOpen)
            return;
        var now = Clock.GetUtcNow();
        await stream.SayAsync(message);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        while (Source(maker).LastHeard != now && !patience.IsCancellationRequested)
            await Task.Delay(1, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await StopAsync();
        foreach (var work in _running)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        _stop.Dispose();
        Fetcher.Dispose();
        Archive.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private TradingFloor NewFloor()
    {
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        return new TradingFloor(
            [new KrakenStream(options), new CoinbaseStream(options)],
            [
                new EcbClient(Fetcher, options, Clock), new NbrbClient(Fetcher, options, Clock), new TreasuryClient(Fetcher, options, Clock),
                new TwelveDataClient(Fetcher, options, Clock), new FinnhubClient(Fetcher, options, Clock), new YahooClient(Fetcher, options, Clock),
            ],
            Archive,
            Store,
            options,
            Clock);
    }

    /// <summary>What was logged.</summary>
    internal sealed class Lines : ILoggerFactory, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public IReadOnlyCollection<string> All => _lines;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
