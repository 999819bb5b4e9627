using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GlobeEcho.Site.Live;

public static class LiveEndpoints
{
    public const string Path = "/live/quotes";

    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => LiveQuotes.Of(provider.GetRequiredService<Newsroom.Markets.MarketsDesk>()));
        services.Configure<SocketTransportOptions>(transport =>
        {
            // What a reader does not read waits in the server only up to this; the default is 64 KB of old prices for each.
            transport.MaxWriteBufferSize = 16 * 1024;
            // Writes go through the thread pool's own queue, where the pump can wait for its turn behind them.
            transport.IOQueueCount = 0;
        });
        return services.AddSingleton<QuoteTape>().AddSingleton<QuotePump>();
    }

    /// <summary>
    /// The stream passes by all middleware: none of it has anything to add, and each piece that waits for the answer's end costs
    /// memory for as long as a page is open; compression would keep frames back.
    /// </summary>
    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        // The pump is made by the first reader; asking the request for it would keep a scope for each.
        routes.MapGet(Path, (RequestDelegate)(context => services.GetRequiredService<QuotePump>().ListenAsync(context))).ShortCircuit();
    }
}
