using GlobeEcho.Site.Beside;

namespace GlobeEcho.Tests.Site;

public sealed class StoryCountriesTests
{
    [Theory]
    [InlineData("Belarus opens a ferry line", "Belarus opened a line on Friday.", "BY")]
    [InlineData("Minsk and Moscow sign a rail treaty", "Belarus and Russia signed a treaty on Friday.", "BY RU")]
    [InlineData("Turkish glassmakers walk out", "Glassmakers in Turkey walked out, as those in Greece did.", "TR")]
    public void A_country_in_headline_and_first_paragraph_counts(string headline, string lead, string codes) =>
        Assert.Equal(codes, string.Join(' ', StoryCountries.Of(headline, lead)));

    [Theory]
    [InlineData("US sues a ticket seller", "The United States sued a ticket seller on Thursday.")]
    [InlineData("Paris and Berlin agree on a bridge", "France and Germany agreed on a bridge.")]
    [InlineData("Ferry crews end strike", "Crews in Turkey ended a strike.")]
    [InlineData("Turkey opens a museum", "A museum of glass was opened on Friday.")]
    [InlineData("Turkey, Japan and Norway sign", "Turkey, Japan and Norway signed a treaty.")]
    [InlineData("Turkey hosts a summit", "Turkey hosts Japan, Norway and Poland this week.")]
    [InlineData("Turkey opens a museum", null)]
    [InlineData("", "")]
    public void A_story_that_is_not_clearly_about_one_or_two_countries_has_none(string headline, string? lead) => Assert.Empty(StoryCountries.Of(headline, lead));
}
