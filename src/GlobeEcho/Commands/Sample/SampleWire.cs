using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GlobeEcho.Commands.Sample;

/// <summary>
/// Serves the folder <c>sample</c> on a loopback port, as the publishers' own servers would: pages and feeds
/// with their charsets, validators and a 404 for the rest. The files name the origin http://sample.invalid,
/// which becomes the address they are served from. Below <c>wires</c> it speaks as the providers of weather and prices do.
/// </summary>
public sealed class SampleWire : IAsyncDisposable
{
    private const string WrittenOrigin = "http://sample.invalid";

    // Providers' addresses name no file; the file has an ending.
    private static readonly string[] Endings = [".json", ".xml"];

    private readonly WebApplication _app;

    private SampleWire(WebApplication app) => _app = app;

    /// <summary>The evening the sample ends on; the paper's clock starts there.</summary>
    public static DateTimeOffset Now { get; } = new(2024, 5, 24, 19, 10, 0, TimeSpan.Zero);

    public Uri Origin => new(_app.Urls.First());

    /// <summary>The sample's own time; paper and providers go by it.</summary>
    public TimeProvider Clock { get; } = new SampleClock(TimeProvider.System, Now);

    public Uri FeedList => new(Origin, "/feeds.opml");

    /// <param name="port">0 takes any free one.</param>
    /// <exception cref="OperatorException">The port is taken, or the sample's files are missing.</exception>
    public static async Task<SampleWire> StartAsync(int port, CancellationToken cancel)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "sample");
        if (!Directory.Exists(folder))
            throw new OperatorException($"The sample's pages are missing: {folder}. Build the program again.");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var wire = new SampleWire(app);
        app.UseWebSockets();
        app.MapGet("/wires/met", new SampleWeather(Path.Combine(folder, "wires", "weather.tsv"), Now).Answer);
        app.MapGet("/wires/kraken", new SampleStream(wire.Clock, app.Lifetime).ServeAsync);
        app.MapGet("/wires/kraken-history", SamplePast.Answer);
        // Where the sample warns of nothing, its services say so.
        app.MapGet("/wires/nws", () => Results.Text("""{"type":"FeatureCollection","features":[]}""", "application/geo+json"));
        app.MapGet("/wires/meteoalarm/{country}", (string country, HttpContext http) => country.EndsWith("-germany", StringComparison.Ordinal)
            ? AnswerAsync(folder, $"wires/meteoalarm/{country}", http)
            : http.Response.WriteAsync("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>No warnings (sample)</title></feed>", http.RequestAborted));
        app.MapGet("/{**path}", (string? path, HttpContext http) => AnswerAsync(folder, path ?? "", http));
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException e)
        {
            await app.DisposeAsync();
            throw new OperatorException($"The sample wire cannot use port {port}: {e.Message} Choose another with --sample-port.", e);
        }

        return wire;
    }

    /// <summary>What a program needs to know to read this wire: the host that is allowed, the providers' addresses, the label, and the folder if one is given.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Configuration(string? folder)
    {
        yield return new("Fetching:AllowedHosts:0", Origin.Authority);
        yield return new("Site:Sample", "true");
        yield return new("Weather:MetNorway", Wire("met"));
        yield return new("Weather:Geocode", "false");
        yield return new("Weather:MeteoAlarm", Wire("meteoalarm/"));
        yield return new("Weather:Nws", Wire("nws"));
        yield return new("Markets:KrakenAddress", Wire("kraken").Replace("http:", "ws:", StringComparison.Ordinal));
        yield return new("Markets:KrakenHistoryAddress", Wire("kraken-history"));
        yield return new("Markets:UseCoinbase", "false");
        yield return new("Markets:EcbAddress", Wire("eurofxref-daily.xml"));
        yield return new("Markets:EcbHistoryAddress", Wire("eurofxref-hist-90d.xml"));
        yield return new("Markets:NbrbAddress", Wire("nbrb/rates"));
        yield return new("Markets:TreasuryAddress", Wire("treasury.xml"));
        if (folder is not null)
            yield return new("Archive:Folder", folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(TimeSpan.FromSeconds(1));
        await _app.DisposeAsync();
    }

    private string Wire(string name) => new Uri(Origin, "/wires/" + name).AbsoluteUri;

    private static async Task AnswerAsync(string folder, string path, HttpContext http)
    {
        var file = Path.GetFullPath(Path.Combine(folder, path));
        if (path.Length == 0 || path.EndsWith('/') || Directory.Exists(file))
            file = Path.Combine(file, "index.html");
        if (!File.Exists(file))
            file = Endings.Select(e => Path.GetFullPath(Path.Combine(folder, path)) + e).FirstOrDefault(File.Exists) ?? file;
        if (!file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(file))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Every origin is plain ASCII, so Latin-1 carries the bytes of any charset through the replacement unharmed.
        var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, http.RequestAborted));
        var body = Encoding.Latin1.GetBytes(text.Replace(WrittenOrigin, $"http://{http.Request.Host}", StringComparison.Ordinal));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexString(SHA256.HashData(body))[..16]}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = ContentType(Path.GetExtension(file));
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>No charset for HTML: the pages declare their own, as many real servers leave it to them.</summary>
    private static StringValues ContentType(string extension) => extension switch
    {
        ".html" => "text/html",
        ".xml" or ".rdf" => "application/xml",
        ".opml" => "text/x-opml; charset=utf-8",
        ".json" => "application/feed+json",
        ".svg" => "image/svg+xml",
        ".css" => "text/css",
        _ => "application/octet-stream",
    };
}
