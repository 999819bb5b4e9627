using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace GlobeEcho.Tests.Markets;

/// <summary>Opens a web socket, says one thing and closes its own half of the connection without a word; it goes on listening to the other half.</summary>
internal sealed class HalfClosingServer : IDisposable
{
    // RFC 6455, section 1.3.
    private const string Accept = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _visitors = [];

    public HalfClosingServer(string message)
    {
        _listener.Start();
        Address = new Uri($"ws://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = ServeAsync(Encoding.UTF8.GetBytes(message));
    }

    public Uri Address { get; }

    public int Visits { get; private set; }

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var visitor in _visitors)
            visitor.Dispose();
    }

    private async Task ServeAsync(byte[] message)
    {
        try
        {
            while (true)
            {
                var visitor = await _listener.AcceptTcpClientAsync();
                _visitors.Add(visitor);
                Visits++;
                await GreetAsync(visitor.GetStream(), message);
                visitor.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
            _visitors.ForEach(v => v.Dispose());
        }
    }

    private static async Task GreetAsync(NetworkStream stream, byte[] message)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            head.Append(Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer)));
        var key = head.ToString().Split("\r\n").First(l => l.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase)).Split(':')[1].Trim();
        var answer = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + Accept)));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {answer}\r\n\r\n"));
        // One whole text frame, with its length in two bytes.
        await stream.WriteAsync((byte[])[0x81, 126, (byte)(message.Length >> 8), (byte)message.Length, .. message]);
    }
}
