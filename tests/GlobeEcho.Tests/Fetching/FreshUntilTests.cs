using GlobeEcho.Newsroom.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Fetching;

/// <summary>Until when a server calls its answer fresh.</summary>
public sealed class FreshUntilTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2024, 5, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _host = LoopbackHost.New();

    public async ValueTask InitializeAsync()
    {
        _host.MapGet("/", (HttpContext http, string? control, string? expires, string? age, string? date, bool? unchanged) =>
        {
            Set("Cache-Control", control);
            Set("Expires", expires);
            Set("Age", age);
            Set("Date", date);
            return unchanged == true ? Results.StatusCode(304) : Results.Text("hello");

            void Set(string name, string? value)
            {
                if (value is not null)
                    http.Response.Headers[name] = value;
            }
        });
        await _host.StartAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("", null)]
    [InlineData("control=max-age%3D600", 600)]
    [InlineData("control=max-age%3D600&age=100", 500)]
    [InlineData("control=max-age%3D600&age=900", 0)]
    [InlineData("control=no-store", 0)]
    [InlineData("control=no-cache, max-age%3D600", 0)]
    [InlineData("control=max-age%3D600&expires=Fri, 24 May 2024 18:00:00 GMT", 600)]
    [InlineData("expires=0", 0)]
    [InlineData("control=max-age%3D99999999", 7 * 24 * 3600)]
    public async Task Max_age_goes_before_expires_and_never_beyond_a_week(string query, int? seconds) =>
        Assert.Equal(seconds is { } s ? Now.AddSeconds(s) : null, await AskAsync(query));

    [Fact]
    public async Task Clock_of_the_server_may_go_wrong() =>
        // An hour after its own time is an hour from now, whatever day that server believes it is.
        Assert.Equal(Now.AddHours(1), await AskAsync("date=Mon, 01 Jan 2001 00:00:00 GMT&expires=Mon, 01 Jan 2001 01:00:00 GMT"));

    [Fact]
    public async Task Nothing_has_changed_says_how_long_too()
    {
        using var fetcher = NewFetcher();
        var answer = await fetcher.FetchAsync(new FetchRequest(Address("unchanged=true&control=max-age%3D60"), "\"a\""), TestContext.Current.CancellationToken);
        Assert.Equal(Now.AddMinutes(1), Assert.IsType<FetchResult.NotModified>(answer).FreshUntil);
    }

    private Fetcher NewFetcher()
    {
        var options = new FetchingOptions();
        options.AllowedHosts.Add("127.0.0.1");
        return new Fetcher(Options.Create(options), new FakeTimeProvider(Now));
    }

    private Uri Address(string query) => new(new Uri(_host.Urls.First()), "/?" + query);

    private async Task<DateTimeOffset?> AskAsync(string query)
    {
        using var fetcher = NewFetcher();
        var answer = await fetcher.FetchAsync(new FetchRequest(Address(query)), TestContext.Current.CancellationToken);
        return Assert.IsType<FetchResult.Fresh>(answer).FreshUntil;
    }
}
