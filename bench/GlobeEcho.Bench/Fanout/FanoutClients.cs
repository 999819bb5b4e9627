using System.Net;
using System.Net.Sockets;

namespace GlobeEcho.Bench.Fanout;

/// <summary>Many readers on raw sockets in one process: what a frame costs here is two reads and a search for its number and stamp.</summary>
internal sealed class FanoutClients : IDisposable
{
    // Ports of one loopback address run short at some 28,000; each thousand of readers has an address of its own.
    private const int PerAddress = 1000;
    private const int ConnectingAtOnce = 64;

    private readonly List<FanoutClient> _clients = [];

    private FanoutClients(FanoutTally tally) => Tally = tally;

    public FanoutTally Tally { get; }

    /// <param name="slow">How many of them, from the first, do not read, or hardly do.</param>
    public static async Task<FanoutClients> ConnectAsync(Uri server, string path, int count, int slow, CancellationToken cancel)
    {
        var all = new FanoutClients(new FanoutTally());
        var request = System.Text.Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: text/event-stream\r\n\r\n");
        var end = new IPEndPoint(IPAddress.Loopback, server.Port);
        using var gate = new SemaphoreSlim(ConnectingAtOnce);
        var starts = Enumerable.Range(0, count).Select(async number =>
        {
            await gate.WaitAsync(cancel);
            try
            {
                var pace = number >= slow ? FanoutPace.AtOnce : number % 2 == 0 ? FanoutPace.Never : FanoutPace.Slowly;
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                // A closed connection shall not hold its port for a minute.
                socket.LingerState = new LingerOption(true, 0);
                if (pace != FanoutPace.AtOnce)
                    socket.ReceiveBufferSize = 4096;
                socket.Bind(new IPEndPoint(new IPAddress([127, 0, 1, (byte)(1 + (number / PerAddress))]), 0));
                await socket.ConnectAsync(end, cancel);
                await socket.SendAsync(request, cancel);
                var client = new FanoutClient(socket, pace, all.Tally);
                client.Start();
                // Readers come as fast as they are served: a storm of requests at once is another question.
                if (pace == FanoutPace.AtOnce)
                    await client.Begun.WaitAsync(cancel);
                return client;
            }
            finally
            {
                gate.Release();
            }
        });
        all._clients.AddRange(await Task.WhenAll(starts));
        return all;
    }

    /// <summary>Frames and delays are counted from now on.</summary>
    public void Begin() => Tally.Begin();

    public int Lost => _clients.Count(c => c.IsClosed);

    public async Task ReadSlowlyAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (await timer.WaitForNextTickAsync(cancel))
        {
            foreach (var client in _clients.Where(c => c.Pace == FanoutPace.Slowly))
                client.ReadALittle();
        }
    }

    public void Dispose() => _clients.ForEach(c => c.Dispose());
}
