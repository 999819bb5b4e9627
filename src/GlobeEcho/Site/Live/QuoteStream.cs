using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace GlobeEcho.Site.Live;

/// <summary>
/// One reader's stream. There is one of these for every open page, so it holds no timer, no queue and no waiting task: the pump writes
/// to it in passing. Only while its connection does not take more does a task wait for it, and then it goes on with a snapshot.
/// </summary>
internal sealed class QuoteStream(HttpContext context, QuoteTape tape, TimeProvider clock, QuotePump pump)
{
    // Ours: about ten full frames. What the system keeps beyond that for a reader who does not read is only old prices.
    private const int SendBuffer = 32 * 1024;

    private const long Nothing = -1;

    private static readonly byte[] Opening = "retry: 3000\n\n"u8.ToArray();
    private static readonly byte[] Heartbeat = ":\n\n"u8.ToArray();

    // Also what is locked: an object more would be a tenth of what a reader costs here.
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PipeWriter? _body;
    private long _read;
    private long _waitingSince;
    private bool _waiting;
    private bool _over;

    /// <summary>Done when the reader has gone or the paper stops: then the request ends.</summary>
    public Task Ended => _end.Task;

    public bool IsOver => Volatile.Read(ref _over);

    /// <summary>Answers the request: headers at once, then what the reader does not have.</summary>
    public void Open()
    {
        var headers = context.Response.Headers;
        headers.ContentType = "text/event-stream";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["X-Accel-Buffering"] = "no";
        // A reader on a bad line is skipped ahead, not cut off for reading slowly.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
        var alone = HttpProtocol.IsHttp11(context.Request.Protocol);
        if (alone && context.Features.Get<IConnectionSocketFeature>() is { Socket: { } socket })
            socket.SendBufferSize = SendBuffer;
        lock (_end)
        {
            if (_over)
                return;
            // Asked here: a turn that comes in between waits at the lock, and goes on from where this leaves the reader.
            var missed = tape.From(context.Request.Headers["Last-Event-ID"], out var sequence);
            _body = context.Response.BodyWriter;
            _read = missed.Count == 0 ? sequence : Nothing;
            // Written whole rather than through the writer's own memory: before the answer has begun, that memory would be kept to its end.
            Watch(_body.WriteAsync(Opening, CancellationToken.None));
            foreach (var frame in missed)
            {
                if (!_waiting)
                    Send(frame);
            }
        }

        // A connection with one request on it tells by its own end; a token for the request would be made only for this.
        var gone = alone && context.Features.Get<IConnectionLifetimeFeature>() is { } connection ? connection.ConnectionClosed : context.RequestAborted;
        gone.UnsafeRegister(static stream => ((QuoteStream)stream!).End(), this);
    }

    /// <summary>Sends the newest frame, or a snapshot when the reader lacks more than that. Nothing while the reader's connection is full.</summary>
    public void Offer(QuoteFrame? newest)
    {
        lock (_end)
        {
            if (_body is null || _over || _waiting || _read >= tape.Sequence)
                return;
            Send(newest?.Sequence == _read + 1 ? newest : tape.Snapshot());
        }
    }

    public void Beat()
    {
        lock (_end)
        {
            if (_body is not null && !_over && !_waiting)
                Watch(_body.WriteAsync(Heartbeat, CancellationToken.None));
        }
    }

    /// <summary>Whether nothing could be written for that long.</summary>
    public bool IsStuck(TimeSpan patience)
    {
        lock (_end)
            return _waiting && clock.GetElapsedTime(_waitingSince) >= patience;
    }

    /// <summary>Ends the request. A connection that does not take what it has is cut: it would not take an ending either.</summary>
    public void End()
    {
        bool waiting;
        lock (_end)
        {
            if (_over)
                return;
            _over = true;
            waiting = _waiting;
        }

        if (waiting)
            context.Abort();
        pump.Left();
        _end.TrySetResult();
    }

    private void Send(QuoteFrame frame)
    {
        _read = frame.Sequence;
        Watch(_body!.WriteAsync(frame.Bytes, CancellationToken.None));
    }

    private void Watch(ValueTask<FlushResult> written)
    {
        if (written.IsCompletedSuccessfully)
        {
            _ = written.Result;
            return;
        }

        _waiting = true;
        _waitingSince = clock.GetTimestamp();
        _ = CatchUpAsync(written);
    }

    private async Task CatchUpAsync(ValueTask<FlushResult> written)
    {
        try
        {
            while (true)
            {
                await written;
                lock (_end)
                {
                    if (_over || _read >= tape.Sequence)
                    {
                        _waiting = false;
                        return;
                    }

                    var snapshot = tape.Snapshot();
                    _read = snapshot.Sequence;
                    _waitingSince = clock.GetTimestamp();
                    written = _body!.WriteAsync(snapshot.Bytes, CancellationToken.None);
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ConnectionAbortedException)
        {
            // The reader has gone while we waited.
            End();
        }
    }
}
