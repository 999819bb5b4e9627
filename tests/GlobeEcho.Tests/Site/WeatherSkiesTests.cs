using GlobeEcho.Newsroom.Weather;
using GlobeEcho.Site.Weather;

namespace GlobeEcho.Tests.Site;

public sealed class WeatherSkiesTests
{
    private static IEnumerable<Sky> All =>
        from kind in Enum.GetValues<SkyKind>()
        from strength in Enum.GetValues<SkyStrength>()
        from thunder in new[] { false, true }
        select new Sky(kind, strength, thunder);

    [Fact]
    public void Every_sky_has_words_of_its_own()
    {
        Assert.All(All, s => Assert.Matches("^[a-z, ]{3,60}$", SkyWords.Of(s)));
        // Fog has no strength, and a thunderstorm needs no second word for thunder; nothing else shares its words.
        foreach (var same in All.GroupBy(SkyWords.Of))
        {
            Assert.Single(same.Select(s => s.Kind).Distinct());
            Assert.Single(same.Select(s => SkyWords.HasStrength(s.Kind) ? s.Strength : default).Distinct());
            Assert.Single(same.Select(s => s.Kind != SkyKind.Thunderstorm && s.Thunder).Distinct());
        }
    }

    [Theory]
    [InlineData(SkyKind.FreezingRain, SkyStrength.Light, true, "Light freezing rain, thunder")]
    [InlineData(SkyKind.Rain, SkyStrength.Moderate, false, "Rain")]
    [InlineData(SkyKind.SnowShowers, SkyStrength.Heavy, false, "Heavy snow showers")]
    [InlineData(SkyKind.Clear, SkyStrength.Heavy, false, "Clear sky")]
    [InlineData(SkyKind.Thunderstorm, SkyStrength.Moderate, true, "Thunderstorm")]
    [InlineData(SkyKind.Unknown, SkyStrength.Moderate, false, "Sky not known")]
    public void Sky_is_said_in_plain_english(SkyKind kind, SkyStrength strength, bool thunder, string words) =>
        Assert.Equal(words, SkyWords.Title(new Sky(kind, strength, thunder)));

    [Fact]
    public void Sky_nobody_forecasts_is_not_a_clear_one()
    {
        Assert.Equal("Sky not forecast", SkyWords.Title(null));
        Assert.Null(SkyPicture.Of(new Sky(SkyKind.Unknown)));
    }

    [Fact]
    public void Skies_with_different_words_have_different_pictures()
    {
        var pictures = All.Where(s => s.Kind != SkyKind.Unknown && !(s.Kind == SkyKind.Cloudy && s.Thunder))
            .Select(s => (Words: SkyWords.Of(s), Picture: Describe(SkyPicture.Of(s)!)));

        foreach (var same in pictures.GroupBy(p => p.Picture))
            Assert.Single(same.Select(p => p.Words).Distinct());
    }

    [Fact]
    public void Freezing_rain_leaves_ice_and_rain_does_not()
    {
        Assert.True(SkyPicture.Of(new Sky(SkyKind.FreezingRain))!.Glaze);
        Assert.True(SkyPicture.Of(new Sky(SkyKind.FreezingDrizzle))!.Glaze);
        Assert.False(SkyPicture.Of(new Sky(SkyKind.Rain))!.Glaze);
    }

    [Fact]
    public void Only_skies_that_show_it_have_a_sun_or_moon() =>
        Assert.Equal(
            [SkyKind.Clear, SkyKind.Fair, SkyKind.PartlyCloudy, SkyKind.RainShowers, SkyKind.SleetShowers, SkyKind.SnowShowers],
            Enum.GetValues<SkyKind>().Where(k => SkyPicture.Of(new Sky(k))?.Orb == true));

    private static string Describe(SkyPicture picture) => $"{picture with { Marks = [] }} {string.Join(' ', picture.Marks)}".Replace(picture.Marks.ToString()!, "", StringComparison.Ordinal);
}
