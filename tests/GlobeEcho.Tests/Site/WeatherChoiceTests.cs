using GlobeEcho.Newsroom.Text;
using GlobeEcho.Site.Shell;
using GlobeEcho.Site.Weather;
using Microsoft.AspNetCore.Http;

namespace GlobeEcho.Tests.Site;

public sealed class WeatherChoiceTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        var choice = new WeatherChoice([new PlaceId(625144), new PlaceId(2643743)], new ReaderUnits(TemperatureUnit.Fahrenheit, WindUnit.Beaufort));

        Assert.Equal("625144.2643743-f-bft", choice.Write());
        var read = WeatherChoice.Parse(choice.Write());
        Assert.Equal(choice.Places, read.Places);
        Assert.Equal(choice.Units, read.Units);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-----")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("0-c-ms")]
    [InlineData("-5-c-ms")]
    [InlineData("99999999999999999999-c-ms")]
    [InlineData("1e9.+5. 7.０-c-ms")]
    [InlineData("625144; DROP TABLE-x-y")]
    public void Cookie_that_makes_no_sense_chooses_nothing(string? cookie)
    {
        var choice = WeatherChoice.Parse(cookie);

        Assert.Empty(choice.Places);
        Assert.Equal(default, choice.Units);
    }

    [Fact]
    public void Cookie_that_is_too_long_is_not_read_at_all() => Assert.Empty(WeatherChoice.Parse(new string('1', 9) + "." + new string('2', 200)).Places);

    [Fact]
    public void Cookie_with_a_bad_part_keeps_the_good_ones()
    {
        var choice = WeatherChoice.Parse("625144.x.625144.2643743-kelvin-kmh");

        Assert.Equal([new PlaceId(625144), new PlaceId(2643743)], choice.Places);
        Assert.Equal(new ReaderUnits(TemperatureUnit.Celsius, WindUnit.KilometresPerHour), choice.Units);
    }

    [Fact]
    public void Places_are_at_most_eight_each_once_and_mine_is_the_first()
    {
        var choice = Enumerable.Range(1, 12).Aggregate(WeatherChoice.None, (c, i) => c.Add(new PlaceId(i)));
        Assert.Equal(Enumerable.Range(1, 8), choice.Places.Select(p => p.Value));

        Assert.Equal([20, 1, 2, 3, 4, 5, 6, 7], choice.Mine(new PlaceId(20)).Places.Select(p => p.Value));
        Assert.Equal([3, 1, 2, 4, 5, 6, 7, 8], choice.Mine(new PlaceId(3)).Places.Select(p => p.Value));
        Assert.Equal([1, 2, 4, 5, 6, 7, 8], choice.Remove(new PlaceId(3)).Places.Select(p => p.Value));
        Assert.Equal(choice.Places, choice.Add(new PlaceId(3)).Places);
        // The longest that can be written is short enough to be read.
        var longest = Enumerable.Range(0, 8).Aggregate(WeatherChoice.None, (c, i) => c.Add(new PlaceId(int.MaxValue - i)));
        Assert.Equal(8, WeatherChoice.Parse(longest.Write()).Places.Count);
    }

    [Theory]
    [InlineData("same-origin", null, true)]
    [InlineData("cross-site", null, false)]
    [InlineData("same-site", "http://paper.example", false)]
    [InlineData("none", "http://paper.example", false)]
    [InlineData(null, "http://paper.example", true)]
    [InlineData(null, "https://paper.example", true)]
    [InlineData(null, "http://paper.example:81", false)]
    [InlineData(null, "http://evil.example", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, null, false)]
    public void Form_counts_only_from_a_page_of_ours(string? site, string? origin, bool ours)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString("paper.example");
        if (site is not null)
            request.Headers["Sec-Fetch-Site"] = site;
        if (origin is not null)
            request.Headers.Origin = origin;

        Assert.Equal(ours, SameOrigin.Is(request));
    }
}
