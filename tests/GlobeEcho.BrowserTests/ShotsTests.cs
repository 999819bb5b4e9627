using Microsoft.Playwright;

namespace GlobeEcho.BrowserTests;

/// <summary>Pictures of the pages for people to look at: set GLOBE_ECHO_SHOTS to a folder.</summary>
[Collection(nameof(ChromiumRoom))]
public sealed class ShotsTests(ChromiumRoom room)
{
    private static readonly (string Name, string Path)[] Shown =
    [
        ("front", "/"), ("story", "/story/1"), ("unwritten", "/story/9"), ("section", "/section/europe"), ("search", "/search?q=ferry+strike"), ("feeds", "/feeds"), ("about", "/about"),
        ("corrections", "/corrections"), ("evening", "/evening"), ("five-minutes", "/five-minutes"),
        ("weather", "/weather"), ("markets", "/markets"), ("instrument", "/markets/btc-usd"), ("lost", "/nowhere"),
    ];

    [Fact]
    public async Task Pages_have_their_picture_taken()
    {
        if (Environment.GetEnvironmentVariable("GLOBE_ECHO_SHOTS") is not { Length: > 0 } folder)
        {
            Assert.Skip("Set GLOBE_ECHO_SHOTS to a folder to have pictures taken.");
            return;
        }

        foreach (var width in (int[])[390, 820, 1440])
        {
            foreach (var colours in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
                await TakeAsync(folder, width, colours);
        }

        Assert.Equal(Shown.Length * 6, Directory.GetFiles(folder, "page-*.png").Length);
    }

    private async Task TakeAsync(string folder, int width, ColorScheme colours)
    {
        await using var reader = await room.ReaderAsync(width, colours);
        var page = await reader.NewPageAsync();
        foreach (var (name, path) in Shown)
        {
            await page.GotoAsync(path);
            var file = $"{name}-{width}-{colours.ToString().ToLowerInvariant()}.png";
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "page-" + file), FullPage = true });
            if (name != "story")
                continue;
            await page.Locator(".source-mark").First.ClickAsync();
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "open-" + file) });
        }
    }
}
