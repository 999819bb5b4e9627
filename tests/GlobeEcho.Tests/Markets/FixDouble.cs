using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GlobeEcho.Tests.Markets;

/// <summary>A web server on loopback whose pages a test writes; a page that was not written is a 404.</summary>
internal sealed class FixDouble : IAsyncDisposable
{
    /// <summary>A status that is never sent: the visitor waits.</summary>
    public const int Never = -1;

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Page> _pages = [];
    private readonly ConcurrentQueue<string> _asked = [];

    private FixDouble(WebApplication app) => _app = app;

    public Uri Origin => new(_app.Urls.First());

    /// <summary>Path and query of every request, oldest first.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>How many of them had validators.</summary>
    public int Conditional { get; private set; }

    public string Agent { get; private set; } = "";

    public static async Task<FixDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var made = new FixDouble(app);
        app.MapGet("/{**path}", made.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return made;
    }

    public Uri At(string path) => new(Origin, path);

    /// <param name="path">With the query, if the page depends on it: the longest path that fits a request is its page.</param>
    public void Write(string path, string body, string type = "application/json") => _pages[path] = new Page(200, body, type, null);

    public void Fail(string path, int status, int? retryAfter = null) => _pages[path] = new Page(status, "<html><h1>No</h1></html>", "text/html", retryAfter);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var asked = http.Request.Path + http.Request.QueryString.ToString();
        _asked.Enqueue(asked);
        Agent = http.Request.Headers.UserAgent.ToString();
        var page = _pages.Where(p => asked.StartsWith(p.Key, StringComparison.Ordinal)).OrderByDescending(p => p.Key.Length).Select(p => p.Value).FirstOrDefault();
        if (page is null)
        {
            http.Response.StatusCode = 404;
            return;
        }

        var tag = $"\"{string.GetHashCode(page.Body, StringComparison.Ordinal)}\"";
        if (http.Request.Headers.IfNoneMatch.Count > 0)
            Conditional++;
        if (page.Status == 200 && http.Request.Headers.IfNoneMatch == tag)
        {
            http.Response.StatusCode = 304;
            return;
        }

        if (page.Status == Never)
        {
            var gone = new TaskCompletionSource();
            await using var left = http.RequestAborted.Register(gone.SetResult);
            await gone.Task;
            return;
        }

        http.Response.StatusCode = page.Status;
        http.Response.ContentType = page.Type;
        if (page.Status == 200)
            http.Response.Headers.ETag = tag;
        if (page.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(page.Body), http.RequestAborted);
    }

    private sealed record Page(int Status, string Body, string Type, int? RetryAfter);
}
