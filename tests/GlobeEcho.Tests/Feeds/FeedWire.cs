using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GlobeEcho.Tests.Feeds;

/// <summary>Publishers' servers on loopback: what a path answers is set by the test, and what was asked is kept.</summary>
internal sealed class FeedWire : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _answers = new();

    private FeedWire(WebApplication app) => _app = app;

    public ConcurrentQueue<(string Path, string? IfNoneMatch)> Asked { get; } = new();

    public Uri Origin => new(_app.Urls.First());

    public Uri this[string path] => new(Origin, path);

    public static async Task<FeedWire> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var wire = new FeedWire(builder.Build());
        wire._app.Run(wire.AnswerAsync);
        await wire._app.StartAsync(TestContext.Current.CancellationToken);
        return wire;
    }

    public static string Rss(string title, params string[] items) =>
        $"<rss version='2.0'><channel><title>{title}</title>"
        + string.Concat(items.Select(i => $"<item><title>{i}</title><link>/{title}/{i}</link><pubDate>Fri, 24 May 2024 10:00:00 GMT</pubDate></item>"))
        + "</channel></rss>";

    public void Answer(string path, Func<HttpContext, Task> answer) => _answers[path] = answer;

    public void Serve(string path, string body, string? tag = null) => Answer(path, async http =>
    {
        if (tag is not null)
            http.Response.Headers.ETag = tag;
        if (tag is not null && http.Request.Headers.IfNoneMatch == tag)
        {
            http.Response.StatusCode = 304;
            return;
        }

        http.Response.ContentType = "application/xml; charset=utf-8";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), http.RequestAborted);
    });

    public void Status(string path, int status, string? header = null, string? value = null) => Answer(path, http =>
    {
        http.Response.StatusCode = status;
        if (header is not null)
            http.Response.Headers[header] = value;
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext http)
    {
        Asked.Enqueue((http.Request.Path.Value!, http.Request.Headers.IfNoneMatch.FirstOrDefault()));
        if (_answers.TryGetValue(http.Request.Path.Value!, out var answer))
            return answer(http);
        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
