using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GlobeEcho.Site.Live;

public static class LiveEndpoints
{
    public const string Path = "/live/quotes";

    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => LiveQuotes.Of(provider.GetRequiredService<Newsroom.Markets.MarketsDesk>()));
        // A write is done when the system has taken it. The default calls it done while 64 KB wait in the server: to a reader who does not
        // read that is a queue of old prices, and the pump could not know how much is on its way.
        services.Configure<SocketTransportOptions>(o => o.MaxWriteBufferSize = 1);
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
