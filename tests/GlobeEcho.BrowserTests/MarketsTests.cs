using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using GlobeEcho.Tests.Site;
using Microsoft.Playwright;

namespace GlobeEcho.BrowserTests;

[Collection(nameof(ChromiumRoom))]
public sealed class MarketsTests(ChromiumRoom room)
{
    private const string Visible = "document.querySelector('.drawing').chart.scales.x.max - document.querySelector('.drawing').chart.scales.x.min";

    [Theory]
    [InlineData(390, "/markets")]
    [InlineData(390, "/markets/btc-usd")]
    [InlineData(1440, "/markets/eur-usd?range=1y&story=1")]
    public async Task Drawn_page_has_no_accessibility_violation_in_either_colours_light_or_dark(int width, string path)
    {
        await using var reader = await room.ReaderAsync(width);
        await reader.AddCookiesAsync([new Cookie { Name = "watch", Value = "doge-usd.eur-chf.rub-byn", Url = room.Site.Address.AbsoluteUri }]);
        foreach (var changes in (string[])["usual", "blue-orange"])
        {
            await reader.AddCookiesAsync([new Cookie { Name = "changes", Value = changes, Url = room.Site.Address.AbsoluteUri }]);
            var page = await reader.NewPageAsync();
            await page.GotoAsync(path);
            if (path.Contains('-', StringComparison.Ordinal))
                await DrawnAsync(page);
            foreach (var colours in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colours });
                // Only colours differ from the first look on.
                var first = changes == "usual" && colours == ColorScheme.Light;
                var found = first ? await page.RunAxe() : await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } });
                Assert.True(
                    found.Violations.Length == 0,
                    string.Join("; ", found.Violations.Select(v => $"{colours} {v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
            }

            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    [Fact]
    public async Task Chart_draws_and_zooms_by_drag_and_by_key_and_the_policy_blocks_nothing()
    {
        await using var reader = await room.ReaderAsync();
        var page = await reader.NewPageAsync();
        var complaints = new ConcurrentQueue<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
        await page.AddInitScriptAsync("window.blocked = []; addEventListener('securitypolicyviolation', (event) => window.blocked.push(event.violatedDirective + ' ' + event.blockedURI));");

        await page.GotoAsync("/markets/btc-usd?story=1");
        await DrawnAsync(page);
        Assert.False(await page.Locator(".plain-drawing").IsVisibleAsync());
        Assert.True(await InkAsync(page) > 1000, "The canvas is blank.");
        var day = await page.EvaluateAsync<double>(Visible);
        Assert.InRange(day, 23 * 3600, 25 * 3600);

        var box = (await page.Locator(".u-over").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width * 0.5f), box.Y + 80);
        Assert.Matches(@"^2[34] May \d\d:\d\d: 6\d,\d{3}\.\d\d USD$", await page.Locator(".pointed").InnerTextAsync());
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width * 0.75f), box.Y + 90, new MouseMoveOptions { Steps = 5 });
        await page.Mouse.UpAsync();
        await UntilAsync(page, $"{Visible} < {(int)(day / 3)}");

        await page.Locator("[data-do=reset]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await UntilAsync(page, $"{Visible} > {(int)(day * 0.99)}");
        await page.Locator("[data-do=in]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await UntilAsync(page, $"Math.abs({Visible} - {(int)(day / 2)}) < 600");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("out", await page.Locator(":focus").GetAttributeAsync("data-do"));
        await page.Locator("[data-do=later]").PressAsync("Enter");
        await UntilAsync(page, "document.querySelector('[data-do=later]').getAttribute('aria-disabled') === 'true'");

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        Assert.Empty(await page.EvaluateAsync<string[]>("window.blocked"));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Chart_takes_the_colours_of_the_dark()
    {
        await using var reader = await room.ReaderAsync();
        var page = await reader.NewPageAsync();
        await page.GotoAsync("/markets/btc-usd");
        await DrawnAsync(page);
        Assert.True(await page.EvaluateAsync<int>(LightInk) == 0, "Light ink on light paper.");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await UntilAsync(page, $"{LightInk} > 50");
    }

    [Fact]
    public async Task A_price_that_ticks_moves_the_last_point_and_the_words()
    {
        await using var site = await SiteHost.StartAsync(filled: true, TestContext.Current.CancellationToken);
        await using var reader = await room.ReaderAsync();
        var page = await reader.NewPageAsync();
        // The page's clock stands where the paper's does.
        await page.Clock.SetFixedTimeAsync(site.Clock.GetUtcNow().UtcDateTime);
        await page.GotoAsync(new Uri(site.Address, "/markets/btc-usd").AbsoluteUri);
        await DrawnAsync(page);

        Assert.True(site.Floor.Board.Put(SampleMarkets.LiveQuote(SampleMarkets.Bitcoin, 70_001.25m, 2_088.95m, site.Clock.GetUtcNow())));

        await Assertions.Expect(page.Locator(".big .figure")).ToHaveTextAsync("70,001.25");
        await Assertions.Expect(page.Locator(".strip [data-quote=btc-usd] .figure")).ToHaveTextAsync("70,001.25");
        await UntilAsync(page, "(() => { const y = document.querySelector('.drawing').chart.data[1]; return y[y.length - 1] === 70001.25; })()");
    }

    [Fact]
    public async Task Markets_work_without_scripts()
    {
        await using var reader = await room.ReaderAsync(scripts: false);
        var page = await reader.NewPageAsync();
        await page.GotoAsync("/markets");
        await page.Locator("#instrument").FillAsync("turkey");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/markets\?q=turkey$"));
        await page.Locator("tr[data-quote=eur-try] .star").ClickAsync();
        await page.GotoAsync("/markets");
        await Assertions.Expect(page.Locator("section:has(#g-own) tr[data-quote=eur-try] .star")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(page.Locator(".strip li")).ToHaveCountAsync(1);

        await page.GetByLabel("▲ blue ▼ orange").CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Keep" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-changes", "blue-orange");

        await page.Locator("section:has(#g-own) th a").ClickAsync();
        await Assertions.Expect(page.Locator(".plain-drawing")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".chart-keys")).ToBeHiddenAsync();
        await page.Locator(".chart-values summary").ClickAsync();
        Assert.True(await page.Locator(".chart-values tbody tr").CountAsync() > 15);
        await page.GetByText("On your list").ClickAsync();
        await Assertions.Expect(page.Locator(".strip li")).ToHaveCountAsync(6);
    }

    // Points drawn in the ink of the dark, #ece7dc.
    private const string LightInk =
        """
        (() => {
          const canvas = document.querySelector('.drawn canvas');
          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          let count = 0;
          for (let i = 0; i < pixels.length; i += 4)
            if (pixels[i + 3] > 200 && Math.abs(pixels[i] - 0xec) < 10 && Math.abs(pixels[i + 1] - 0xe7) < 10 && Math.abs(pixels[i + 2] - 0xdc) < 10) count++;
          return count;
        })()
        """;

    // Asked from outside, because the page's own policy forbids it to evaluate words.
    private static async Task UntilAsync(IPage page, string condition)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await page.EvaluateAsync<bool>(condition))
                return;
            await page.WaitForTimeoutAsync(50);
        }

        Assert.Fail("Never came true: " + condition);
    }

    private static Task DrawnAsync(IPage page) => page.Locator(".drawing[data-state=drawn] canvas").WaitForAsync();

    private static Task<int> InkAsync(IPage page) => page.EvaluateAsync<int>(
        """
        (() => {
          const canvas = document.querySelector('.drawn canvas');
          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          let count = 0;
          for (let i = 3; i < pixels.length; i += 4) if (pixels[i] > 100) count++;
          return count;
        })()
        """);
}
