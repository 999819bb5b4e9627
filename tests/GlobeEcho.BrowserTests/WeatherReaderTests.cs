using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace GlobeEcho.BrowserTests;

[Collection(nameof(ChromiumRoom))]
public sealed class WeatherReaderTests(ChromiumRoom room)
{
    // Fresh and under warnings; old after a failed try; polar day; a search.
    public static TheoryData<string> Shown { get; } = ["/weather", "/weather/625144/minsk", "/weather/524305/murmansk", "/weather?q=paris"];

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task Page_has_no_accessibility_violation_on_a_narrow_screen_with_all_opened(string path)
    {
        await using var reader = await room.ReaderAsync(width: 390);
        var page = await reader.NewPageAsync();
        await page.GotoAsync(path);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        foreach (var colours in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colours });
            AxeResult found = await page.RunAxe();
            Assert.True(
                found.Violations.Length == 0,
                string.Join("; ", found.Violations.Select(v => $"{colours} {v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
        }
    }

    [Theory]
    [InlineData(390)]
    [InlineData(820)]
    [InlineData(1440)]
    public async Task Nothing_in_the_chart_stands_on_its_neighbour(int width)
    {
        await using var reader = await room.ReaderAsync(width);
        var page = await reader.NewPageAsync();
        await page.GotoAsync("/weather");
        foreach (var row in (string[])[".hour", ".degrees", ".wind", ".chance"])
        {
            var boxes = await page.EvaluateAsync<double[][]>(
                $"[...document.querySelectorAll('.hours-chart {row}')].map(t => t.getBoundingClientRect()).filter(r => r.width > 0).map(r => [r.left, r.right])");
            Assert.NotEmpty(boxes);
            Assert.All(boxes.Zip(boxes.Skip(1)), pair => Assert.True(pair.First[1] <= pair.Second[0] + 0.5, $"{row} at {width}: {pair.First[1]} runs into {pair.Second[0]}"));
            Assert.All(boxes, b => Assert.InRange(b[1], 0, width));
        }
    }

    [Fact]
    public async Task Place_and_units_are_chosen_by_keyboard_without_scripts()
    {
        await using var reader = await room.ReaderAsync(scripts: false);
        var page = await reader.NewPageAsync();
        await page.GotoAsync("/weather");
        Assert.Equal("Warsaw", await page.Locator("h1").InnerTextAsync());

        await page.Locator("#place-words").FocusAsync();
        await page.Keyboard.TypeAsync("Murmansk");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/weather\?q=Murmansk$"));
        await page.Locator(".found-places button").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/weather$"));
        Assert.Equal("Murmansk", await page.Locator("h1").InnerTextAsync());

        await page.Locator("#unit-temperature").SelectOptionAsync("f");
        await page.Locator("[value=units]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#unit-temperature")).ToHaveValueAsync("f");
        await Assertions.Expect(page.Locator(".hours-chart")).ToContainTextAsync("Temperature, °F");
        // The masthead of another page has the place and the unit too.
        await page.GotoAsync("/about");
        Assert.Contains("Murmansk", await page.Locator(".weather-ear").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync("/weather");
        await page.Locator("[value=remove]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[value=mine]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Hours_are_printed_as_a_table()
    {
        await using var reader = await room.ReaderAsync();
        var page = await reader.NewPageAsync();
        await page.GotoAsync("/weather");
        Assert.False(await page.Locator(".figures tbody tr").Nth(3).IsVisibleAsync());

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.True(await page.Locator(".figures tbody tr").Nth(3).IsVisibleAsync());
        Assert.False(await page.Locator(".place-forms").IsVisibleAsync());
    }

    [Fact]
    public async Task What_is_old_is_grey()
    {
        await using var reader = await room.ReaderAsync();
        var page = await reader.NewPageAsync();
        await page.GotoAsync("/weather/625144/minsk");

        Assert.Equal(await Colour(page, ".attribution"), await Colour(page, ".now-sky b"));
        Assert.NotEqual(await Colour(page, "h1"), await Colour(page, ".now-sky b"));
        Assert.Equal(await Colour(page, "h1"), await Colour(page, ".sun-moon dd"));

        static Task<string> Colour(IPage page, string what) => page.Locator(what).First.EvaluateAsync<string>("e => getComputedStyle(e).color");
    }
}
