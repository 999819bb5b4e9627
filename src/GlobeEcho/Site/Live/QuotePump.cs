using Microsoft.Extensions.Options;

namespace GlobeEcho.Site.Live;

/// <summary>
/// Sends to all readers what the tape says: one turn four times a second for the whole process, and none while nobody listens.
/// What a turn costs is one write for each reader; frames are made once.
/// </summary>
internal sealed class QuotePump
{
    public static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(250);

    /// <summary>How often quotes are printed again though none came: time makes them stale, and markets close.</summary>
    public static readonly TimeSpan Reprint = TimeSpan.FromSeconds(1);

    /// <summary>After how long without a frame a comment is sent, so that nobody on the way takes the connection for dead.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>After how long a reader who takes nothing is cut off.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Ours, measured: how many readers are written to before the pump goes to the end of the thread pool's queue. What they were given
    // stands before it there, so that the frames of all readers, a block of 4 KB each, are never in memory at once.
    private const int Batch = 64;

    private readonly Lock _gate = new();
    private readonly QuoteTape _tape;
    private readonly TimeProvider _clock;
    private readonly ILogger<QuotePump> _log;
    private readonly int _most;
    private readonly List<QuoteStream> _joined = [];
    private readonly List<QuoteStream> _streams = [];
    private ITimer? _timer;
    private long _printed;
    private long _sent;
    private int _readers;
    private int _turning;
    private volatile bool _stopping;

    public QuotePump(QuoteTape tape, TimeProvider clock, IOptions<SiteOptions> options, IHostApplicationLifetime life, ILogger<QuotePump> log)
    {
        _tape = tape;
        _clock = clock;
        _log = log;
        _most = options.Value.LiveClients;
        life.ApplicationStopping.Register(Stop);
    }

    public int Readers => Volatile.Read(ref _readers);

    /// <summary>Answers with the stream until the reader goes or the paper stops; with 503 when there are too many.</summary>
    public Task ListenAsync(HttpContext context)
    {
        if (Interlocked.Increment(ref _readers) > _most || _stopping)
        {
            Interlocked.Decrement(ref _readers);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "30";
            context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }

        var stream = new QuoteStream(context, _tape, _clock, this);
        try
        {
            // Known to the pump before it begins, so that no turn can fall between its beginning and the next one.
            Join(stream);
            stream.Open();
        }
        catch
        {
            stream.End();
            throw;
        }

        // Whoever joins while the paper stops is not seen by a turn that is over.
        if (_stopping)
            stream.End();
        return stream.Ended;
    }

    /// <summary>A reader has gone.</summary>
    public void Left() => Interlocked.Decrement(ref _readers);

    private void Join(QuoteStream stream)
    {
        lock (_gate)
        {
            _joined.Add(stream);
            if (_timer is not null)
                return;
            // Nobody has listened for a while: the tape first takes in what happened since.
            _tape.Move(all: true);
            _printed = _sent = _clock.GetTimestamp();
            _timer = _clock.CreateTimer(static pump => ((QuotePump)pump!).TakeTurn(), this, Turn, Turn);
        }
    }

    private void Stop()
    {
        _stopping = true;
        TakeTurn();
    }

    private void TakeTurn()
    {
        // A turn that takes longer than a tick makes the next one larger instead of a second one beside it.
        if (Interlocked.Exchange(ref _turning, 1) == 0)
            _ = TurnAsync();
    }

    private async Task TurnAsync()
    {
        try
        {
            if (_stopping)
                EndAll();
            else
                await SendAsync();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _log.TurnFailed(e);
        }
        finally
        {
            Volatile.Write(ref _turning, 0);
        }

        if (_stopping && Readers > 0)
            TakeTurn();
    }

    private async Task SendAsync()
    {
        var reprint = _clock.GetElapsedTime(_printed) >= Reprint;
        if (reprint)
            _printed = _clock.GetTimestamp();
        var frame = _tape.Move(reprint);
        if (frame is null && !reprint)
            return;
        if (!Gather())
            return;
        var beat = frame is null && _clock.GetElapsedTime(_sent) >= Silence;
        if (frame is not null || beat)
            _sent = _clock.GetTimestamp();
        var cut = 0;
        for (var i = 0; i < _streams.Count; i++)
        {
            var stream = _streams[i];
            if (reprint && stream.IsStuck(Patience))
            {
                stream.End();
                cut++;
            }

            stream.Offer(frame);
            if (beat)
                stream.Beat();
            if (i % Batch == Batch - 1)
                await Task.Yield();
        }

        if (cut > 0)
            _log.Cut(cut, (int)Patience.TotalSeconds);
    }

    /// <summary>Takes in who has joined and lets go who has gone. False when nobody listens any more; then the timer stops.</summary>
    private bool Gather()
    {
        lock (_gate)
        {
            _streams.AddRange(_joined);
            _joined.Clear();
            _streams.RemoveAll(static s => s.IsOver);
            if (_streams.Count > 0 || Readers > 0)
                return true;
            _timer?.Dispose();
            _timer = null;
            return false;
        }
    }

    private void EndAll()
    {
        Gather();
        foreach (var stream in _streams)
            stream.End();
        _streams.Clear();
    }
}
