using System.Net;
using System.Net.Sockets;

namespace GlobeEcho.Newsroom.Fetching;

/// <summary>
/// Makes the connections: resolves a name here and connects to the very addresses that were judged, so that DNS cannot answer
/// differently a moment later. With a proxy it judges the same before the proxy is asked.
/// </summary>
/// <param name="resolve">A name's addresses; throws <see cref="SocketException"/> for a name that is not known.</param>
internal sealed class Dialler(FetchingOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve) : IWebProxy
{
    public ICredentials? Credentials { get; set; } = options.Proxy is { UserInfo.Length: > 0 } proxy ? Login(proxy.UserInfo) : null;

    public bool UsesProxy => options.Proxy is not null;

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : options.Proxy;

    /// <summary>The operator's own hosts are reached directly.</summary>
    public bool IsBypassed(Uri host) => options.Proxy is null || IsOwn(host.IdnHost, host.Port);

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await AddressesAsync(host, cancel);
        if (!IsOwn(host, port) && !IsProxy(host, port))
            Refuse(host, addresses);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Through a proxy it is the proxy that connects: an address or a name that this machine knows to be private is refused before
    /// it is asked. A name known only to the proxy is the proxy's to judge.
    /// </summary>
    /// <exception cref="FetchRefusedException">The host is at a private address.</exception>
    public async Task CheckAsync(Uri address, CancellationToken cancel)
    {
        if (IsBypassed(address))
            return;
        IPAddress[] addresses;
        try
        {
            addresses = await AddressesAsync(address.IdnHost, cancel);
        }
        catch (SocketException)
        {
            // Machines behind a proxy often have no names of the outside at all.
            return;
        }

        Refuse(address.IdnHost, addresses);
    }

    /// <summary>On the allow-list.</summary>
    public bool IsOwn(string host, int port)
    {
        // An IPv6 address is written in brackets in addresses and without them in end points.
        var name = host.Contains(':') && !host.StartsWith('[') ? $"[{host}]" : host;
        return options.AllowedHosts.Any(own => own.Equals(host, StringComparison.OrdinalIgnoreCase)
            || own.Equals(name, StringComparison.OrdinalIgnoreCase) || own.Equals($"{name}:{port}", StringComparison.OrdinalIgnoreCase));
    }

    private bool IsProxy(string host, int port) =>
        options.Proxy is { } proxy && proxy.Port == port && proxy.IdnHost.Trim('[', ']').Equals(host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);

    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancel) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await resolve(host, cancel);

    private static void Refuse(string host, IEnumerable<IPAddress> addresses)
    {
        foreach (var address in addresses)
        {
            if (AddressGuard.WhyClosed(address) is { } what)
                throw new FetchRefusedException($"{host} is at {address}, which is no public address ({what}). Name it in Fetching:AllowedHosts if it is yours.");
        }
    }

    private static NetworkCredential Login(string userInfo)
    {
        var parts = userInfo.Split(':', 2);
        return new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }
}
