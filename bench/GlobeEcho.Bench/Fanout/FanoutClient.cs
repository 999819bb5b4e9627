using System.Buffers.Text;
using System.Net.Sockets;

namespace GlobeEcho.Bench.Fanout;

/// <summary>One reader: a socket, a buffer, and the number of the last frame.</summary>
internal sealed class FanoutClient(Socket socket, FanoutPace pace, FanoutTally tally) : IDisposable
{
    // Longer than what is looked for, "seq":N,"at":N, so that a frame cut by a read is found with the next one.
    private const int Carried = 64;

    private readonly SocketAsyncEventArgs _reading = new();
    private readonly byte[] _buffer = new byte[pace == FanoutPace.AtOnce ? 8192 : 512];
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _kept;
    private long _last;

    public FanoutPace Pace => pace;

    public bool IsClosed { get; private set; }

    /// <summary>Done with the first answer.</summary>
    public Task Begun => _begun.Task;

    public void Start()
    {
        if (pace != FanoutPace.AtOnce)
            return;
        _reading.Completed += (_, _) => Read(received: true);
        Read(received: false);
    }

    public void ReadALittle()
    {
        if (!IsClosed && socket.Available > 0)
            _ = socket.Receive(_buffer, SocketFlags.None);
    }

    public void Dispose()
    {
        IsClosed = true;
        socket.Dispose();
        _reading.Dispose();
    }

    private void Read(bool received)
    {
        while (!IsClosed)
        {
            if (received)
            {
                if (_reading.SocketError != SocketError.Success || _reading.BytesTransferred == 0)
                {
                    IsClosed = true;
                    _begun.TrySetException(new InvalidOperationException($"The server ended a stream: {_reading.SocketError}."));
                    return;
                }

                _begun.TrySetResult();
                Look(_kept + _reading.BytesTransferred);
            }

            _reading.SetBuffer(_buffer, _kept, _buffer.Length - _kept);
            try
            {
                if (socket.ReceiveAsync(_reading))
                    return;
            }
            catch (ObjectDisposedException)
            {
                IsClosed = true;
                return;
            }

            received = true;
        }
    }

    private void Look(int filled)
    {
        var here = _buffer.AsSpan(0, filled);
        while (here.IndexOf("\"seq\":"u8) is >= 0 and var start)
        {
            var number = here[(start + 6)..];
            if (!Utf8Parser.TryParse(number, out long sequence, out var digits) || number.Length < digits + 6
                || !Utf8Parser.TryParse(number[(digits + 6)..], out double at, out var stamp) || number.Length == digits + 6 + stamp)
            {
                here = here[start..];
                Keep(here);
                return;
            }

            var now = (TimeProvider.System.GetUtcNow().UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10_000.0;
            tally.Add(now - at, _last == 0 ? 0 : Math.Max(0, sequence - _last - 1));
            _last = sequence;
            here = number[(digits + 6)..];
        }

        Keep(here.Length > Carried ? here[^Carried..] : here);
    }

    private void Keep(Span<byte> rest)
    {
        rest.CopyTo(_buffer);
        _kept = rest.Length;
    }
}
