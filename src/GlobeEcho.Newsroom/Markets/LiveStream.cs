using System.Net.WebSockets;
using System.Text;
using GlobeEcho.Newsroom.Fetching;
using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>
/// Keeps one provider's stream open for as long as the program runs: opens it, asks, listens, notices silence, and opens it again
/// after a pause that grows with every failure.
/// </summary>
public sealed class LiveStream(IQuoteStream provider, Fetcher fetcher, TradingFloor floor, TimeProvider clock, ILogger<LiveStream> log)
{
    /// <summary>Without a sensible word for so long, a connection is taken for dead. Both providers send a heartbeat every second.</summary>
    public static readonly TimeSpan Watchdog = TimeSpan.FromSeconds(10);

    /// <summary>A connection that brings no price within this time after asking is closed.</summary>
    public static readonly TimeSpan FirstPrice = TimeSpan.FromSeconds(20);

    /// <summary>A connection that lasted so long was a good one: the next pause is the shortest again.</summary>
    public static readonly TimeSpan GoodConnection = TimeSpan.FromSeconds(60);

    private const int LargestMessage = 1_000_000;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    // Instruments that were neither priced nor refused are asked for again.
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(60);

    // Grows to the largest message seen; one connection at a time uses it.
    private byte[] _buffer = new byte[16_384];

    private string Maker => provider.Maker.Name;

    /// <summary>Ends only when it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var failures = 0;
        while (true)
        {
            var started = clock.GetTimestamp();
            var visit = new Visit();
            var reason = await VisitAsync(visit, cancel);
            failures = visit.Prices > 0 && clock.GetElapsedTime(started) >= GoodConnection ? 1 : failures + 1;
            var pause = Backoff.Wait(failures, FirstPause, LongestPause, Random.Shared.NextDouble());
            if (floor.Lose(Maker, reason))
                MarketsLog.StreamLost(log, Maker, reason, visit.Prices, visit.Late, visit.Gaps);
            await Task.Delay(pause, clock, cancel);
        }
    }

    /// <summary>One connection from its beginning to its end; returns why it ended.</summary>
    private async Task<string> VisitAsync(Visit visit, CancellationToken cancel)
    {
        switch (await fetcher.OpenSocketAsync(provider.Address, cancel))
        {
            case SocketResult.Failed failed:
                return failed.Reason;
            case SocketResult.Open open:
                using (open.Socket)
                using (var watchdog = new CancellationTokenSource(Watchdog, clock))
                using (var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, watchdog.Token))
                {
                    try
                    {
                        return await ListenAsync(open.Socket, visit, watchdog, both.Token);
                    }
                    catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
                    {
                        return $"It said nothing for {Watchdog.TotalSeconds:0} seconds.";
                    }
                    catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException or HttpRequestException)
                    {
                        cancel.ThrowIfCancellationRequested();
                        return $"The connection broke off: {Plain.Words(e.Message)}";
                    }
                }

            default:
                throw new InvalidOperationException("A stream is open or failed.");
        }
    }

    private async Task<string> ListenAsync(WebSocket socket, Visit visit, CancellationTokenSource watchdog, CancellationToken cancel)
    {
        await AskAsync(socket, provider.Instruments, cancel);
        visit.Asked = visit.Began = clock.GetTimestamp();
        while (true)
        {
            var (length, type, trouble) = await ReceiveAsync(socket, cancel);
            if (trouble is not null)
                return trouble;
            var notes = type == WebSocketMessageType.Text
                ? provider.Read(_buffer.AsMemory(0, length), clock.GetUtcNow())
                : [new StreamNote.Odd("It sent bytes instead of text.")];
            // Before its prices are put up: whoever sees them finds the stream well.
            if (notes.Any(n => n is not StreamNote.Odd))
            {
                watchdog.CancelAfter(Watchdog);
                floor.Hear(Maker);
            }

            foreach (var note in notes)
                Take(note, visit);
            if (visit.Prices == 0 && clock.GetElapsedTime(visit.Began) > FirstPrice)
                return $"It answered, but sent no price within {FirstPrice.TotalSeconds:0} seconds.";
            await AskForMissingAsync(socket, visit, cancel);
        }
    }

    /// <summary>One whole message into the buffer, or why there is none.</summary>
    private async Task<(int Length, WebSocketMessageType Type, string? Trouble)> ReceiveAsync(WebSocket socket, CancellationToken cancel)
    {
        var length = 0;
        while (true)
        {
            if (length == _buffer.Length)
                Array.Resize(ref _buffer, length * 2);
            var part = await socket.ReceiveAsync(_buffer.AsMemory(length), cancel);
            if (part.MessageType == WebSocketMessageType.Close)
                return (0, part.MessageType, Farewell(socket));
            length += part.Count;
            if (length > LargestMessage)
                return (0, part.MessageType, $"It sent a message larger than {LargestMessage:N0} bytes.");
            if (part.EndOfMessage)
                return (length, part.MessageType, null);
        }
    }

    private static string Farewell(WebSocket socket) =>
        Plain.Words(socket.CloseStatusDescription) is { } words ? $"It closed the stream: {words}" : $"It closed the stream ({(int?)socket.CloseStatus ?? 1005}).";

    private void Take(StreamNote note, Visit visit)
    {
        switch (note)
        {
            case StreamNote.Priced priced:
                if (!visit.IsInOrder(priced))
                    break;
                if (visit.Prices++ == 0)
                    MarketsLog.StreamOpened(log, Maker);
                visit.Settled.Add(priced.Quote.Instrument);
                floor.Take(priced.Quote);
                break;
            case StreamNote.Refused refused:
                MarketsLog.Refused(log, Maker, refused.Reason);
                floor.Refuse(Maker, refused.Instrument, refused.Reason);
                if (refused.Instrument is { } one)
                {
                    visit.Settled.Add(one);
                    visit.AskRestNow |= provider.OneRefusalIsAll;
                }
                else if (provider.OneRefusalIsAll && !visit.AskSingly)
                {
                    // It does not say which one it refused: each is asked for alone. Once, for it may refuse for another reason.
                    visit.AskSingly = visit.AskRestNow = true;
                }

                break;
            case StreamNote.Odd odd:
                MarketsLog.Odd(log, Maker, odd.Reason);
                break;
        }
    }

    private async Task AskForMissingAsync(WebSocket socket, Visit visit, CancellationToken cancel)
    {
        if (!visit.AskRestNow && clock.GetElapsedTime(visit.Asked) < AskAgain)
            return;
        var missing = provider.Instruments.Where(i => !visit.Settled.Contains(i)).ToList();
        (visit.AskRestNow, visit.Asked) = (false, clock.GetTimestamp());
        foreach (var some in visit.AskSingly ? missing.Select(m => new[] { m }) : missing.Count > 0 ? [missing.ToArray()] : [])
            await AskAsync(socket, some, cancel);
    }

    private async Task AskAsync(WebSocket socket, IReadOnlyCollection<InstrumentId> instruments, CancellationToken cancel)
    {
        foreach (var message in provider.Ask(instruments))
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, cancel);
    }

    /// <summary>What is remembered of one connection.</summary>
    private sealed class Visit
    {
        private readonly Dictionary<InstrumentId, (long Sequence, DateTimeOffset Made)> _last = [];

        public long Began { get; set; }

        public long Asked { get; set; }

        public long Prices { get; set; }

        public long Late { get; private set; }

        public long Gaps { get; private set; }

        public bool AskRestNow { get; set; }

        public bool AskSingly { get; set; }

        /// <summary>Priced or refused.</summary>
        public HashSet<InstrumentId> Settled { get; } = [];

        /// <summary>False for a message that was sent before one we have, or twice. A count that begins again is told by its later time.</summary>
        public bool IsInOrder(StreamNote.Priced priced)
        {
            if (priced.Sequence is not { } sequence)
                return true;
            if (_last.TryGetValue(priced.Quote.Instrument, out var last))
            {
                if (sequence <= last.Sequence && priced.Quote.AsOf <= last.Made)
                {
                    Late++;
                    return false;
                }

                Gaps += sequence > last.Sequence + 1 ? 1 : 0;
            }

            _last[priced.Quote.Instrument] = (sequence, priced.Quote.AsOf);
            return true;
        }
    }
}
