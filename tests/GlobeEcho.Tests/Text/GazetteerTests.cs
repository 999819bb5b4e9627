using CsCheck;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Tests.Text;

public sealed class GazetteerTests
{
    [Fact]
    public void Every_state_has_one_capital()
    {
        Assert.Equal(197, Gazetteer.Capitals.Count);
        Assert.Equal(197, Gazetteer.Capitals.Select(c => c.Country).Distinct().Count());
        Assert.All(Gazetteer.Capitals, c => Assert.Same(c, Gazetteer.CapitalOf(c.Country)));
    }

    [Theory]
    [InlineData("BY", "Minsk")]
    [InlineData("BR", "Brasília")]
    [InlineData("AU", "Canberra")]
    [InlineData("CI", "Yamoussoukro")]
    [InlineData("TZ", "Dodoma")]
    [InlineData("BI", "Gitega")]
    [InlineData("KZ", "Astana")]
    [InlineData("MM", "Naypyidaw")]
    [InlineData("FM", "Palikir")]
    [InlineData("PW", "Ngerulmud")]
    [InlineData("XK", "Pristina")]
    [InlineData("NL", "Amsterdam")]
    [InlineData("ZA", "Pretoria")]
    [InlineData("US", "Washington, D.C.")]
    public void Capital_is_the_right_one(string country, string name) => Assert.Equal(name, Gazetteer.CapitalOf(country)!.Name);

    [Fact]
    public void Territory_has_a_place_but_no_capital_of_a_state()
    {
        Assert.Null(Gazetteer.CapitalOf("GL"));
        Assert.Equal("GL", Assert.Single(Gazetteer.Search("Nuuk", 5)).Country);
    }

    [Fact]
    public void Place_is_found_by_its_number()
    {
        var minsk = Gazetteer.Find(new PlaceId(625144))!;
        Assert.Equal(("Minsk", "BY", "Europe/Minsk", true), (minsk.Name, minsk.Country, minsk.TimeZone, minsk.IsCapital));
        Assert.Null(Gazetteer.Find(new PlaceId(1)));
    }

    [Theory]
    [InlineData("minsk", "Minsk")]
    [InlineData("MINSK", "Minsk")]
    [InlineData("bogota", "Bogotá")]
    [InlineData("lodz", "Łódź")]
    [InlineData("tromso", null)]
    [InlineData("asuncion", "Asunción")]
    [InlineData("port au prince", "Port-au-Prince")]
    [InlineData("Port-au", "Port-au-Prince")]
    [InlineData("ndjamena", "N'Djamena")]
    [InlineData("zur", "Zürich")]
    [InlineData("Washington, D.C.", "Washington, D.C.")]
    [InlineData("", null)]
    [InlineData(" , ", null)]
    [InlineData("no such town", null)]
    public void Search_folds_case_marks_and_hyphens(string words, string? first) => Assert.Equal(first, Gazetteer.Search(words, 10).FirstOrDefault()?.Name);

    [Theory]
    [InlineData("London, GB", "GB", null)]
    [InlineData("London, uk", "GB", null)]
    [InlineData("london, canada", "CA", "Ontario")]
    [InlineData("Birmingham, United States", "US", "Alabama")]
    [InlineData("Birmingham, usa", "US", "Alabama")]
    [InlineData("Springfield, Illinois", "US", "Illinois")]
    [InlineData("Springfield, mass", "US", "Massachusetts")]
    [InlineData("Valencia, Venezuela", "VE", null)]
    public void Country_or_region_behind_the_comma_narrows(string words, string country, string? region)
    {
        var places = Gazetteer.Search(words, 10);
        Assert.NotEmpty(places);
        Assert.All(places, p => Assert.Equal(country, p.Country));
        if (region is not null)
            Assert.Equal(region, places[0].Region);
    }

    [Fact]
    public void Largest_comes_first() =>
        Gen.String[Gen.Char['a', 'z'], 1, 3].Sample(words =>
        {
            var found = Gazetteer.Search(words, 50);
            return found.Zip(found.Skip(1)).All(p => p.First.Population >= p.Second.Population);
        });

    [Fact]
    public void Every_place_is_found_by_its_own_name_and_country_and_has_a_clock()
    {
        Assert.All(Gazetteer.Search("a", 10_000).Concat(Gazetteer.Search("s", 10_000)).Concat(Gazetteer.Capitals), place =>
        {
            Assert.Contains(place, Gazetteer.Search($"{place.Name}, {Gazetteer.CountryName(place.Country)}", 10_000));
            Assert.InRange(place.Latitude, -90, 90);
            Assert.InRange(place.Longitude, -180, 180);
            Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(place.TimeZone, out _), place.TimeZone);
        });
    }

    [Fact]
    public void Country_has_an_English_name_and_is_found_by_it()
    {
        Assert.Equal("Belarus", Gazetteer.CountryName("BY"));
        Assert.Equal("BY", Gazetteer.CountryCode("belarus"));
        Assert.Equal("BY", Gazetteer.CountryCode("by"));
        Assert.Null(Gazetteer.CountryCode("Atlantis"));
        Assert.Equal("QQ", Gazetteer.CountryName("QQ"));
    }

    [Fact]
    public void Search_answers_any_words() => Gen.String.Sample(words => Gazetteer.Search(words, 5).Count <= 5);
}
