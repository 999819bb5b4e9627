using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace GlobeEcho.BrowserTests;

/// <summary>A story's page with all that is folded away unfolded: why each telling is here, echoes, days, the operator's forms.</summary>
[Collection(nameof(ChromiumRoom))]
public sealed class StoryReaderTests(ChromiumRoom room)
{
    [Fact]
    public async Task Unfolded_story_has_no_accessibility_violation_light_or_dark()
    {
        await using var reader = await room.ReaderAsync();
        var page = await UnfoldedAsync(reader);

        Expect(await page.RunAxe());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        Expect(await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } }));

        static void Expect(AxeResult found) => Assert.True(
            found.Violations.Length == 0,
            string.Join("; ", found.Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
    }

    [Fact]
    public async Task Unfolded_story_fits_a_narrow_screen()
    {
        await using var reader = await room.ReaderAsync(width: 390);
        var page = await UnfoldedAsync(reader);

        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static async Task<IPage> UnfoldedAsync(IBrowserContext reader)
    {
        var page = await reader.NewPageAsync();
        await page.GotoAsync("/story/1");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        Assert.True(await page.Locator(".echoes li").First.IsVisibleAsync());
        Assert.True(await page.Locator(".editing form").First.IsVisibleAsync());
        Assert.True(await page.Locator(".chapters li").First.IsVisibleAsync());
        return page;
    }
}
