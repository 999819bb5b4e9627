using System.Net.WebSockets;

namespace GlobeEcho.Newsroom.Fetching;

/// <summary>What came of opening a stream.</summary>
public abstract record SocketResult
{
    private SocketResult()
    {
    }

    /// <param name="Socket">Open; whoever has it disposes it.</param>
    public sealed record Open(WebSocket Socket) : SocketResult;

    public sealed record Failed(string Reason) : SocketResult;
}
