using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Site.Weather;
using Microsoft.Extensions.DependencyInjection;

namespace GlobeEcho.Tests.Site;

public sealed class StoryPlaceTests
{
    [Theory]
    [InlineData("Putin, Lukashenko talk security in Minsk as nuclear drills go on", "Vladimir Putin held talks in Minsk on Friday.", "Minsk")]
    [InlineData("Seven die as missiles hit plant near Kharkiv", "Seven people died in Ukraine on Thursday.", "Kharkiv")]
    [InlineData("Landslide buries village in Papua New Guinea, more than 100 feared dead", "A landslide buried homes early on Friday.", "Port Moresby")]
    [InlineData("Ukraine and allies meet in Istanbul", "The talks with Russia may follow.", "Istanbul")]
    [InlineData("German farmers block a motorway", "Tractors blocked the road near Hamburg on Monday.", "Hamburg")]
    [InlineData("Norway opens a museum in May", "The house in Oslo was built in June.", "Oslo")]
    public void Plain_place_is_found(string headline, string lead, string place) => Assert.Equal(place, StoryPlace.Of(headline, lead)?.Name);

    [Theory]
    [InlineData("World Court orders Israel to halt Rafah offensive", "The court ordered Israel to stop in a case that South Africa had brought.")]
    [InlineData("Moscow says it will answer Washington", "Russia and the United States spoke on Friday.")]
    [InlineData("Nvidia posts $26 billion revenue", "The American chip maker beat the forecasts.")]
    [InlineData("Belgian farmers block a motorway", "Tractors blocked the road near Ostwerp on Monday.")]
    [InlineData("Growth In Mobile Phones Slows", null)]
    [InlineData("Two observatories hear the same hum from a dead star", null)]
    [InlineData("", null)]
    public void Doubtful_place_is_none(string headline, string? lead) => Assert.Null(StoryPlace.Of(headline, lead));

    [Fact]
    public void Town_that_many_share_is_none_unless_one_is_far_larger()
    {
        Assert.Equal("FR", StoryPlace.Of("Fire in Paris", null)?.Country);
        Assert.Null(StoryPlace.Of("Fire in Springfield", null));
    }

    [Theory]
    [InlineData("Britain's Sunak calls July 4 general election", "London")]
    [InlineData("Israel told to halt offensive by World Court", "Jerusalem")]
    [InlineData("Strike ends after eleven days", null)]
    public void Country_of_a_headline_has_its_capital(string headline, string? capital) => Assert.Equal(capital, StoryPlace.Capital(headline, null)?.Name);

    [Theory]
    [InlineData("Europe/Minsk", "Minsk")]
    [InlineData("America/New_York", "New York City")]
    [InlineData("Asia/Kathmandu", "Kathmandu")]
    [InlineData("America/Argentina/Buenos_Aires", "Buenos Aires")]
    [InlineData("UTC", "London")]
    [InlineData("Etc/GMT+5", "London")]
    public void Time_zone_is_named_after_its_city(string zone, string city) => Assert.Equal(city, DefaultPlace.OfZone(zone).Name);

    [Fact]
    public async Task Place_said_before_there_was_a_paper_is_not_kept()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await SiteHost.StartAsync(filled: false, cancel);
        var place = host.Services.GetRequiredService<DefaultPlace>();
        Assert.Equal("London", (await place.FindAsync(cancel)).Name);

        await SampleArchive.FillAsync(host.Archive, cancel);
        var lead = (await host.Services.GetRequiredService<EditionDesk>().LatestAsync(cancel))!.Placements[0].Story;
        await using (var session = await host.Archive.WriteAsync(cancel))
        {
            await session.ExecuteAsync("UPDATE story SET headline = 'Kenya opens a railway' WHERE id = @id", new { id = lead.Value }, cancel);
            await session.CommitAsync(cancel);
        }

        Assert.Equal("Nairobi", (await place.FindAsync(cancel)).Name);
    }
}
