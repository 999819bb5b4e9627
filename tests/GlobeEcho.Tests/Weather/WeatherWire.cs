using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Weather;

/// <summary>
/// The weather services on loopback. Each path answers as its service documents, by the test's clock, and holds us to the service's terms;
/// a test may let a path misbehave instead. What was asked, and every breach of the terms, is kept.
/// </summary>
internal sealed class WeatherWire : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FakeTimeProvider _clock;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _faults = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _expires = new();

    private WeatherWire(WebApplication app, FakeTimeProvider clock) => (_app, _clock) = (app, clock);

    /// <summary>Path with query, and the two validators.</summary>
    public ConcurrentQueue<(string Target, string? IfModifiedSince, string? IfNoneMatch)> Asked { get; } = new();

    /// <summary>What the services' terms forbid and we did all the same.</summary>
    public ConcurrentQueue<string> Breaches { get; } = new();

    public Uri Origin => new(_app.Urls.First());

    /// <summary>The document each path serves when it behaves, and its Last-Modified.</summary>
    public ConcurrentDictionary<string, (Func<HttpContext, string> Body, string? LastModified, string ContentType)> Documents { get; } = new();

    /// <summary>How long the services call their answers fresh.</summary>
    public TimeSpan Fresh { get; set; } = TimeSpan.FromMinutes(31);

    /// <summary>How far the services' own clock goes wrong.</summary>
    public TimeSpan Skew { get; set; }

    public static async Task<WeatherWire> StartAsync(FakeTimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseKestrel(k => k.AddServerHeader = false);
        var wire = new WeatherWire(builder.Build(), clock);
        wire._app.Run(wire.AnswerAsync);
        await wire._app.StartAsync(TestContext.Current.CancellationToken);
        return wire;
    }

    public void Serve(string path, string body, string? lastModified = null, string contentType = "application/json") =>
        Documents[path] = (_ => body, lastModified, contentType);

    public void Serve(string path, Func<HttpContext, string> body, string? lastModified = null, string contentType = "application/json") =>
        Documents[path] = (body, lastModified, contentType);

    /// <summary>Lets a path misbehave until <see cref="Mend"/>.</summary>
    public void Break(string path, Func<HttpContext, Task> fault) => _faults[path] = fault;

    public void Break(string path, int status, string? retryAfter = null) => Break(path, http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
            http.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    });

    public void Break(string path, string body, string contentType = "text/html") => Break(path, http =>
    {
        http.Response.ContentType = contentType;
        return http.Response.WriteAsync(body, http.RequestAborted);
    });

    public void Mend(string path) => _faults.TryRemove(path, out _);

    public int Count(string path) => Asked.Count(a => a.Target.Split('?')[0] == path);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        var target = path + http.Request.QueryString;
        Asked.Enqueue((target, http.Request.Headers.IfModifiedSince.FirstOrDefault(), http.Request.Headers.IfNoneMatch.FirstOrDefault()));
        Watch(http, path, target);
        if (_faults.TryGetValue(path, out var fault))
        {
            await fault(http);
            return;
        }

        if (!Documents.TryGetValue(path, out var document))
        {
            http.Response.StatusCode = 404;
            return;
        }

        var now = _clock.GetUtcNow() + Skew;
        _expires[target] = _clock.GetUtcNow() + Fresh;
        http.Response.Headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
        http.Response.Headers.Expires = (now + Fresh).ToString("R", CultureInfo.InvariantCulture);
        if (document.LastModified is { } modified)
        {
            http.Response.Headers.LastModified = modified;
            if (http.Request.Headers.IfModifiedSince == modified)
            {
                http.Response.StatusCode = 304;
                return;
            }
        }

        http.Response.ContentType = document.ContentType;
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(document.Body(http)), http.RequestAborted);
    }

    private void Watch(HttpContext http, string path, string target)
    {
        if (!http.Request.Headers.UserAgent.ToString().Contains("GlobeEcho/", StringComparison.Ordinal))
            Breaches.Enqueue($"{target}: does not say who asks");
        if (_expires.TryGetValue(target, out var until) && _clock.GetUtcNow() < until.AddSeconds(-1))
            Breaches.Enqueue($"{target}: asked again at {_clock.GetUtcNow():T}, fresh until {until:T}");
        foreach (var value in http.Request.Query.SelectMany(q => q.Value.SelectMany(v => v!.Split(','))))
        {
            if (double.TryParse(value, CultureInfo.InvariantCulture, out _) && value.Split('.') is [_, { Length: > 4 }])
                Breaches.Enqueue($"{target}: {value} has more than four decimals");
        }

        if (path == MetNorwayPages.Path && _clock.GetUtcNow().Minute == 0)
            Breaches.Enqueue($"{target}: asked on the hour");
    }
}
