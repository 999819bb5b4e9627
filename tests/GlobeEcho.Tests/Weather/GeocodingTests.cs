using System.Text;
using GlobeEcho.Newsroom.Text;
using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Tests.Weather;

public sealed class GeocodingTests
{
    private const string Found = """
        { "results": [
          { "id": 4717560, "name": "Paris", "latitude": 33.66094, "longitude": -95.55551, "feature_code": "PPLA2", "country_code": "US", "admin1": "Texas", "timezone": "America/Chicago", "population": 24782 },
          { "id": 2988507, "name": "Paris", "latitude": 48.85341, "longitude": 2.3488, "feature_code": "PPLC", "country_code": "FR", "admin1": "Île-de-France", "timezone": "Europe/Paris", "population": 2138551 },
          { "id": 6295534, "name": "Paris Airport", "latitude": 49.0, "longitude": 2.5, "feature_code": "AIRP", "country_code": "FR", "timezone": "Europe/Paris" },
          { "id": 4303602, "name": "Paris", "latitude": 38.20980, "longitude": -84.25299, "country_code": "us", "timezone": "America/New_York" },
          { "id": 9, "name": "Paris", "latitude": 38, "longitude": -84, "country_code": "US", "timezone": "America/Nowhere" },
          { "id": "ten", "name": "Paris" }, 7 ] }
        """;

    [Fact]
    public void Towns_are_read_and_all_else_is_left_out()
    {
        var places = Assert.IsType<Reading<IReadOnlyList<Place>>.Read>(GeocodingClient.Read(Encoding.UTF8.GetBytes(Found))).Value;
        Assert.Equal([4717560, 2988507, 4303602], places.Select(p => p.Id.Value));
        Assert.Equal(("Texas", "US", false, 24782), (places[0].Region, places[0].Country, places[0].IsCapital, places[0].Population));
        Assert.True(places[1].IsCapital);
        Assert.Equal((null, "US", 0), (places[2].Region, places[2].Country, places[2].Population));
    }

    [Fact]
    public void Without_results_nothing_was_found() =>
        Assert.Empty(Assert.IsType<Reading<IReadOnlyList<Place>>.Read>(GeocodingClient.Read("{ \"generationtime_ms\": 0.3 }"u8.ToArray())).Value);

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{ \"results\": \"many\" }")]
    [InlineData("{ \"error\": true, \"reason\": \"no name\" }")]
    public void What_is_no_answer_is_a_reason(string body) =>
        Assert.IsType<Reading<IReadOnlyList<Place>>.Unreadable>(GeocodingClient.Read(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task Search_asks_once_puts_the_largest_first_and_remembers_what_it_found_across_a_restart()
    {
        await using var room = await WeatherRoom.OpenAsync();
        room.Wire.Serve(OpenMeteoPages.Search, Found);
        var places = await SearchAsync(room, "Paris");
        Assert.Equal([2988507, 4717560, 4303602], places.Select(p => p.Id.Value));
        await SearchAsync(room, " paris ");
        Assert.Equal(1, room.Wire.Count(OpenMeteoPages.Search));

        Assert.Equal("Texas", (await room.Desk.PlaceAsync(new PlaceId(4717560), TestContext.Current.CancellationToken))!.Region);
        await room.RoundAsync();
        await room.RestartAsync();
        Assert.Equal("Texas", (await room.Desk.PlaceAsync(new PlaceId(4717560), TestContext.Current.CancellationToken))!.Region);
        Assert.Null(await room.Desk.PlaceAsync(new PlaceId(12), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Country_behind_the_comma_goes_to_the_geocoder_and_a_region_is_picked_here()
    {
        await using var room = await WeatherRoom.OpenAsync();
        room.Wire.Serve(OpenMeteoPages.Search, Found);
        await SearchAsync(room, "Paris, United States");
        var asked = room.Wire.Asked.Single().Target;
        Assert.Contains("name=Paris&", asked, StringComparison.Ordinal);
        Assert.EndsWith("countryCode=US", asked, StringComparison.Ordinal);
        Assert.Equal([4717560], (await SearchAsync(room, "Paris, tex")).Select(p => p.Id.Value));
    }

    [Fact]
    public async Task Our_own_list_answers_while_the_geocoder_does_not_and_the_geocoder_is_left_alone_for_a_while()
    {
        await using var room = await WeatherRoom.OpenAsync();
        room.Wire.Serve(OpenMeteoPages.Search, Found);
        room.Wire.Break(OpenMeteoPages.Search, 503);
        Assert.Equal("FR", (await SearchAsync(room, "Paris"))[0].Country);
        Assert.Equal("Minsk", (await SearchAsync(room, "Mins"))[0].Name);
        Assert.Equal(1, room.Wire.Count(OpenMeteoPages.Search));

        room.Wire.Mend(OpenMeteoPages.Search);
        room.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(3, (await SearchAsync(room, "Paris")).Count);
        Assert.Equal(2, room.Wire.Count(OpenMeteoPages.Search));
    }

    [Fact]
    public async Task A_silent_geocoder_holds_a_reader_up_for_three_seconds_at_most()
    {
        await using var room = await WeatherRoom.OpenAsync();
        var asked = new TaskCompletionSource();
        room.Wire.Break(OpenMeteoPages.Search, async http =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        });
        var search = SearchAsync(room, "Minsk");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.False(search.IsCompleted);
        room.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("Minsk", (await search.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken))[0].Name);
    }

    [Fact]
    public async Task What_the_geocoder_does_not_find_our_own_list_may()
    {
        await using var room = await WeatherRoom.OpenAsync();
        room.Wire.Serve(OpenMeteoPages.Search, "{ \"generationtime_ms\": 0.3 }");
        Assert.Equal("US", (await SearchAsync(room, "Washington, D.C."))[0].Country);
        Assert.Empty(await SearchAsync(room, "Atlantis"));
        Assert.Empty(await SearchAsync(room, "atlantis"));
        Assert.Equal(2, room.Wire.Count(OpenMeteoPages.Search));
        Assert.Contains("GeoNames", WeatherDesk.PlacesFrom.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_geocoder_only_our_own_list_is_asked()
    {
        await using var room = await WeatherRoom.OpenAsync(s => s["Weather:Geocode"] = "false");
        Assert.Equal("Warsaw", (await SearchAsync(room, "wars"))[0].Name);
        Assert.Empty(await SearchAsync(room, "x"));
        Assert.Empty(await SearchAsync(room, new string('x', 200)));
        Assert.Empty(room.Wire.Asked);
    }

    private static Task<IReadOnlyList<Place>> SearchAsync(WeatherRoom room, string words) => room.Desk.SearchAsync(words, TestContext.Current.CancellationToken);
}
