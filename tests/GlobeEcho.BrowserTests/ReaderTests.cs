using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using GlobeEcho.Tests.Site;
using Microsoft.Playwright;

namespace GlobeEcho.BrowserTests;

[Collection(nameof(ChromiumRoom))]
public sealed class ReaderTests(ChromiumRoom room)
{
    [Theory]
    [MemberData(nameof(Pages.All), MemberType = typeof(Pages))]
    public async Task Page_complains_of_nothing_and_asks_nobody_else(string path)
    {
        await using var reader = await room.ReaderAsync();
        var page = await reader.NewPageAsync();
        var complaints = new ConcurrentQueue<string>();
        var asked = new ConcurrentQueue<string>();
        page.Console += (_, message) =>
        {
            // Chromium reports the 404 of the lost page itself as an error.
            if (message.Type is "error" or "warning" && !message.Text.Contains("status of 404", StringComparison.Ordinal))
                complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Request += (_, request) => asked.Enqueue(request.Url);

        await page.GotoAsync(path);
        await page.EvaluateAsync("document.fonts.ready.then(() => true)");

        Assert.Empty(complaints);
        Assert.Contains(asked, a => a.EndsWith(".css", StringComparison.Ordinal));
        Assert.All(asked, a => Assert.StartsWith(room.Site.Address.AbsoluteUri, a, StringComparison.Ordinal));
        Assert.Equal("Newsreader", await page.EvaluateAsync<string>("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family.replaceAll('\"', '')).join()"));
    }

    [Theory]
    [MemberData(nameof(Pages.All), MemberType = typeof(Pages))]
    public async Task Page_has_no_accessibility_violation_light_or_dark(string path)
    {
        await using var reader = await room.ReaderAsync();
        var page = await reader.NewPageAsync();
        await page.GotoAsync(path);
        Expect(await page.RunAxe());
        // Dark changes nothing but colours.
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        Expect(await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } }));

        static void Expect(AxeResult found) => Assert.True(
            found.Violations.Length == 0,
            string.Join("; ", found.Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
    }

    [Fact]
    public async Task Pages_fit_a_narrow_screen()
    {
        await using var reader = await room.ReaderAsync(width: 390);
        var page = await reader.NewPageAsync();
        foreach (var row in Pages.All)
        {
            await page.GotoAsync(row.Data);
            Assert.Equal($"{row.Data} 390", $"{row.Data} {await page.EvaluateAsync<int>("document.documentElement.scrollWidth")}");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sentence_opens_its_exact_sources_by_click_and_by_key(bool scripts)
    {
        await using var reader = await room.ReaderAsync(scripts: scripts);
        var page = await reader.NewPageAsync();
        await page.GotoAsync("/story/1");
        var sentence = await page.Locator("#s3").InnerTextAsync();
        var opened = page.Locator("#o3");
        var mark = page.Locator("[popovertarget=o3].source-mark");
        Assert.False(await opened.IsVisibleAsync());

        await mark.ClickAsync();

        await opened.WaitForAsync();
        Assert.Equal(sentence, await opened.Locator("mark").First.InnerTextAsync());
        Assert.Equal(3, await opened.Locator("mark").CountAsync());
        await page.Keyboard.PressAsync("Escape");
        await opened.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });

        await mark.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await opened.WaitForAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.StartsWith("https://", await opened.Locator("a:focus").GetAttributeAsync("href"), StringComparison.Ordinal);
        await opened.Locator(".shut button").ClickAsync();
        await opened.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
    }

    [Theory]
    [InlineData(390)]
    [InlineData(820)]
    [InlineData(1440)]
    public async Task Opened_sources_stay_on_the_screen(int width)
    {
        await using var reader = await room.ReaderAsync(width);
        var page = await reader.NewPageAsync();
        await page.GotoAsync("/story/1");
        foreach (var number in (int[])[1, 5, 15])
        {
            await page.Locator($"[popovertarget=o{number}].source-mark").ClickAsync();
            var box = await page.Locator($"#o{number}").BoundingBoxAsync();
            Assert.NotNull(box);
            Assert.InRange(box.X, 0, width - box.Width);
            Assert.InRange(box.Y, 0, 900 - box.Height);
            await page.Keyboard.PressAsync("Escape");
        }
    }

    [Fact]
    public async Task Paper_is_whole_without_scripts()
    {
        await using var reader = await room.ReaderAsync(scripts: false);
        var page = await reader.NewPageAsync();
        await page.GotoAsync("/");
        await page.Locator(".lead .headline a").ClickAsync();
        // Asks again and again: a navigation that ends before one begins to wait for it would never be seen.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/story/1$"));
        Assert.Equal(15, await page.Locator(".sources li").CountAsync());
        await page.Locator("#words").FillAsync("Toru");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/search\?q=Toru$"));
        Assert.Equal("/story/3", await page.Locator(".found .headline a").First.GetAttributeAsync("href"));
    }

    [Fact]
    public async Task Keys_walk_open_search_explain_and_can_be_turned_off()
    {
        await using var reader = await room.ReaderAsync();
        var page = await reader.NewPageAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("?");
        await page.Locator("#keys").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#keys").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        Assert.Equal("/story/1", await page.Locator("a:focus").GetAttributeAsync("href"));
        await page.Keyboard.PressAsync("/");
        Assert.Equal("words", await page.Locator("input:focus").GetAttributeAsync("id"));
        await page.Locator(".colophon [popovertarget=keys]").ClickAsync();
        await page.Locator("#keys-switch").ClickAsync();
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("j");
        Assert.Equal(0, await page.Locator("[data-story] a:focus").CountAsync());
        await page.Locator(".colophon [popovertarget=keys]").ClickAsync();
        await page.Locator("#keys-switch").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#keys").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await page.Keyboard.PressAsync("j");
        Assert.Equal("/story/1", await page.Locator("a:focus").GetAttributeAsync("href"));
        await page.Keyboard.PressAsync("o");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/story/1$"));
    }

    [Fact]
    public async Task Second_visit_shows_what_came_since()
    {
        await using var site = await SiteHost.StartAsync(filled: true, TestContext.Current.CancellationToken);
        await using var reader = await room.ReaderAsync();
        var page = await reader.NewPageAsync();
        var story = new Uri(site.Address, "/story/1").AbsoluteUri;
        await page.GotoAsync(story);
        Assert.Equal(0, await page.Locator(".since").CountAsync());

        site.Clock.Move(TimeSpan.FromMinutes(20));
        await SampleArchive.AddTellingAsync(site.Archive, site.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        site.Clock.Move(TimeSpan.FromMinutes(1));
        await page.ReloadAsync();

        Assert.Equal("1 telling since your last visit, 18:45", (await page.Locator(".since").InnerTextAsync()).Replace('\u00A0', ' '));
        Assert.Contains("Late boat", await page.Locator(".telling.new").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Printed_story_carries_its_sources()
    {
        await using var reader = await room.ReaderAsync();
        var page = await reader.NewPageAsync();
        await page.GotoAsync("/story/1");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.True(await page.Locator("#c15 mark").First.IsVisibleAsync());
        Assert.False(await page.Locator(".search").IsVisibleAsync());
        if (Environment.GetEnvironmentVariable("GLOBE_ECHO_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "print-story.png"), FullPage = true });
    }
}
