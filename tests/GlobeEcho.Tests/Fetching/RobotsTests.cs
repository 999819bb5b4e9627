using System.Collections.Concurrent;
using System.Text;
using GlobeEcho.Newsroom.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Fetching;

/// <summary>robots.txt is asked for before a page, kept for a day and obeyed at every hop.</summary>
public sealed class RobotsTests : IAsyncLifetime
{
    private readonly WebApplication _host = LoopbackHost.New();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 5, 24, 12, 0, 0, TimeSpan.Zero));
    private RequestDelegate _robots = http => http.Response.WriteAsync("User-agent: *\nDisallow: /off-limits/\n", http.RequestAborted);
    private Fetcher _fetcher = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host.Use(next => http =>
        {
            _asked.Enqueue(http.Request.Path.Value!);
            return next(http);
        });
        _host.MapGet("/robots.txt", http => _robots(http));
        _host.MapGet("/page", () => "hello");
        _host.MapGet("/sly", () => Results.Redirect("/off-limits/page"));
        _host.MapGet("/off-limits/page", () => "secret");
        await _host.StartAsync(Cancel);
        var options = new FetchingOptions();
        options.AllowedHosts.Add(new Uri(_host.Urls.First()).Authority);
        _fetcher = new Fetcher(Options.Create(options), _clock);
    }

    public ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task Closed_page_is_never_asked_for()
    {
        var refused = Assert.IsType<FetchResult.Refused>(await AskAsync("/off-limits/page"));

        Assert.Equal(FetchFault.Robots, refused.Fault);
        Assert.Equal("The robots.txt of 127.0.0.1 closes this page to us (Disallow: /off-limits/).", refused.Reason);
        Assert.Equal(["/robots.txt"], _asked);
    }

    [Fact]
    public async Task Redirect_does_not_lead_behind_it()
    {
        Assert.IsType<FetchResult.Refused>(await AskAsync("/sly"));
        Assert.DoesNotContain("/off-limits/page", _asked);
    }

    [Fact]
    public async Task Feeds_and_lists_are_asked_for_without_it()
    {
        Assert.IsType<FetchResult.Fresh>(await _fetcher.FetchAsync(new FetchRequest(Address("/page")), Cancel));
        Assert.Equal(["/page"], _asked);
    }

    [Fact]
    public async Task It_is_kept_for_a_day_and_asked_for_once_by_many()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync("/page")));
        Assert.Single(_asked, "/robots.txt");
        _clock.Advance(TimeSpan.FromHours(23));
        await AskAsync("/page");
        Assert.Single(_asked, "/robots.txt");
        _clock.Advance(TimeSpan.FromHours(2));
        await AskAsync("/page");
        Assert.Equal(2, _asked.Count(p => p == "/robots.txt"));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Site_without_one_is_open(int status)
    {
        _robots = http => Status(http, status);
        Assert.IsType<FetchResult.Fresh>(await AskAsync("/page"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Site_whose_robots_txt_cannot_be_had_is_closed_for_a_while(int status)
    {
        _robots = http => Status(http, status);
        var failed = Assert.IsType<FetchResult.Failed>(await AskAsync("/page"));
        Assert.Contains("cannot be read, so its pages wait", failed.Reason, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(15), failed.RetryAfter);
        Assert.Equal(["/robots.txt"], _asked);

        _robots = http => Status(http, 404);
        Assert.IsType<FetchResult.Failed>(await AskAsync("/page"));
        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.IsType<FetchResult.Fresh>(await AskAsync("/page"));
    }

    [Fact]
    public async Task It_may_be_redirected_five_times_and_no_more()
    {
        _host.MapGet("/hop/{n:int}", (int n) => n == 0 ? Results.Text("User-agent: *\nDisallow: /page") : Results.Redirect($"/hop/{n - 1}"));
        _robots = http => Results.Redirect("/hop/4").ExecuteAsync(http);
        Assert.IsType<FetchResult.Refused>(await AskAsync("/page"));

        _clock.Advance(TimeSpan.FromDays(2));
        _robots = http => Results.Redirect("/hop/5").ExecuteAsync(http);
        Assert.IsType<FetchResult.Fresh>(await AskAsync("/page"));
    }

    [Fact]
    public async Task Endless_one_is_read_as_far_as_it_must_be()
    {
        _robots = async http =>
        {
            await http.Response.WriteAsync("User-agent: *\nDisallow: /page\n", http.RequestAborted);
            while (true)
                await http.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("Allow: /else\n", 1_000))), http.RequestAborted);
        };
        Assert.IsType<FetchResult.Refused>(await AskAsync("/page"));
    }

    private static Task Status(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private Uri Address(string path) => new(new Uri(_host.Urls.First()), path);

    private Task<FetchResult> AskAsync(string path) => _fetcher.FetchAsync(new FetchRequest(Address(path), AsRobot: true), Cancel);
}
