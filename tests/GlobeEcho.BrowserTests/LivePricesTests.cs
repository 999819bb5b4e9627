using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace GlobeEcho.BrowserTests;

[Collection(nameof(ChromiumRoom))]
public sealed class LivePricesTests(ChromiumRoom room)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Price_changes_while_you_look()
    {
        await using var reader = await room.ReaderAsync();
        await using var site = await LiveSite.StartAsync(0, Cancel);
        site.Put(101);
        var page = await reader.NewPageAsync();
        var complaints = new ConcurrentQueue<string>();
        page.Console += (_, message) => complaints.Enqueue(message.Text);
        page.PageError += (_, error) => complaints.Enqueue(error);
        await page.GotoAsync(new Uri(site.Address, "/prices").AbsoluteUri);
        var quote = page.Locator("[data-quote]");

        await Assertions.Expect(quote).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^101\.00 ▲\s+\+1\.00 \+1\.00.%\s24.h Live\s+\d\d:\d\d$"));
        await Assertions.Expect(quote).ToHaveAttributeAsync("data-direction", "up");
        await Assertions.Expect(quote).ToHaveAttributeAsync("data-state", "live");
        Assert.NotEqual("2024-05-24T18:40:00Z", await quote.Locator("time").GetAttributeAsync("datetime"));
        // The page's own word is no price that changed: nothing has been lit up yet.
        Assert.Null(await quote.GetAttributeAsync("data-tick"));

        await page.EvaluateAsync("() => { window.ticks = []; new MutationObserver(() => { const t = document.querySelector('[data-quote]').dataset.tick; if (t) window.ticks.push(t); }).observe(document.querySelector('[data-quote]'), { attributes: true, attributeFilter: ['data-tick'] }); }");
        site.Put(99);
        await Assertions.Expect(quote.Locator("[data-field=price]")).ToHaveTextAsync("99.00");
        await Assertions.Expect(quote.Locator("[data-field=change]")).ToHaveTextAsync("−1.00");
        await Assertions.Expect(quote).ToHaveAttributeAsync("data-direction", "down");
        await page.WaitForFunctionAsync("window.ticks.includes('down')");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Price_is_lit_up_only_for_who_accepts_motion()
    {
        await using var reader = await room.ReaderAsync();
        await using var site = await LiveSite.StartAsync(0, Cancel);
        var page = await reader.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, "/prices").AbsoluteUri);
        const string Animation = "() => { document.querySelector('[data-quote]').dataset.tick = 'up'; return getComputedStyle(document.querySelector('[data-field=price]')).animationName; }";

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.NoPreference });
        Assert.Equal("ticked", await page.EvaluateAsync<string>(Animation));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        Assert.Equal("none", await page.EvaluateAsync<string>(Animation));
    }

    [Fact]
    public async Task Hidden_tab_hears_nothing_and_catches_up_when_it_is_seen_again()
    {
        await using var reader = await room.ReaderAsync();
        await using var site = await LiveSite.StartAsync(0, Cancel);
        site.Put(101);
        var (hidden, witness) = (await reader.NewPageAsync(), await reader.NewPageAsync());
        foreach (var page in (IPage[])[hidden, witness])
        {
            await page.GotoAsync(new Uri(site.Address, "/prices").AbsoluteUri);
            await Assertions.Expect(page.Locator("[data-field=price]")).ToHaveTextAsync("101.00");
        }

        await SeenAsync(hidden, "hidden");
        foreach (var price in (decimal[])[102, 103])
        {
            site.Put(price);
            await Assertions.Expect(witness.Locator("[data-field=price]")).ToHaveTextAsync($"{price:0.00}");
        }

        // Both prices went out to the other page; the hidden one has been sent neither.
        Assert.Equal("101.00", await hidden.Locator("[data-field=price]").InnerTextAsync());
        await SeenAsync(hidden, "visible");
        await Assertions.Expect(hidden.Locator("[data-field=price]")).ToHaveTextAsync("103.00");

        // A browser without a window hides no tab by itself; what the script is told is what it would be told.
        static Task SeenAsync(IPage page, string state) => page.EvaluateAsync(
            "state => { Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state }); document.dispatchEvent(new Event('visibilitychange')); }", state);
    }

    [Fact]
    public async Task Lost_connection_is_told_after_five_seconds_and_comes_back_by_itself()
    {
        await using var reader = await room.ReaderAsync();
        var site = await LiveSite.StartAsync(0, Cancel);
        var page = await reader.NewPageAsync();
        await page.Clock.InstallAsync();
        site.Put(101);
        await page.GotoAsync(new Uri(site.Address, "/prices").AbsoluteUri);
        var (price, note) = (page.Locator("[data-field=price]"), page.Locator("[data-live-note]"));
        await Assertions.Expect(price).ToHaveTextAsync("101.00");
        await page.Clock.PauseAtAsync(DateTime.UnixEpoch.AddYears(100));
        var failed = new TaskCompletionSource();
        page.RequestFailed += (_, _) => failed.TrySetResult();
        page.RequestFinished += (_, _) => failed.TrySetResult();

        await site.DisposeAsync();

        await failed.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        await page.Clock.RunForAsync(4_900);
        Assert.False(await note.IsVisibleAsync());
        Assert.Equal("101.00", await price.InnerTextAsync());
        await page.Clock.RunForAsync(5_000);
        await Assertions.Expect(note).ToBeVisibleAsync();

        await using var again = await LiveSite.StartAsync(site.Address.Port, Cancel);
        again.Put(102);
        // The browser asks again three seconds after each failure.
        await Assertions.Expect(price).ToHaveTextAsync("102.00", new LocatorAssertionsToHaveTextOptions { Timeout = 30_000 });
        await Assertions.Expect(note).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Page_without_prices_opens_no_stream()
    {
        await using var reader = await room.ReaderAsync();
        await using var site = await LiveSite.StartAsync(0, Cancel);
        var page = await reader.NewPageAsync();
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) => asked.Enqueue(new Uri(request.Url).AbsolutePath);

        await page.GotoAsync(new Uri(site.Address, "/words").AbsoluteUri);
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 0))");

        Assert.Contains(asked, a => a.EndsWith(".js", StringComparison.Ordinal));
        Assert.DoesNotContain("/live/quotes", asked);
    }
}
