using System.Globalization;
using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Tests.Articles;

public sealed class DateParserTests
{
    [Theory]
    [InlineData("2024-05-23T08:15:30+02:00", "2024-05-23T08:15:30+02:00")]
    [InlineData("2024-05-23T08:15:30.123Z", "2024-05-23T08:15:30+00:00")]
    [InlineData("2024-05-23 08:15", "2024-05-23T08:15:00+00:00")]
    [InlineData("2024-05-23T08:15:30-0400", "2024-05-23T08:15:30-04:00")]
    [InlineData("2024-05-23", "2024-05-23T00:00:00+00:00")]
    [InlineData("20240523", "2024-05-23T00:00:00+00:00")]
    [InlineData("1716452130", "2024-05-23T08:15:30+00:00")]
    [InlineData("Thu, 23 May 2024 08:15:30 GMT", "2024-05-23T08:15:30+00:00")]
    public void Machine_dates_are_read(string value, string moment) =>
        Assert.Equal(moment, DateParser.Machine(value)?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2024-13-40")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31")]
    public void What_is_no_date_of_the_press_is_none(string value) => Assert.Null(DateParser.Machine(value));

    [Theory]
    [InlineData("Published May 23, 2024, 10:12 am")]
    [InlineData("23 May 2024")]
    [InlineData("23rd of May 2024")]
    [InlineData("Donnerstag, 23. Mai 2024")]
    [InlineData("le 23 mai 2024")]
    [InlineData("23 de mayo de 2024")]
    [InlineData("23 мая 2024 г.")]
    [InlineData("2024年5月23日")]
    [InlineData("23.05.2024")]
    [InlineData("23/05/2024")]
    [InlineData("05/23/2024")]
    public void Days_in_words_are_read(string text) =>
        Assert.Equal(new DateTimeOffset(2024, 5, 23, 0, 0, 0, TimeSpan.Zero), DateParser.InWords(text, monthFirst: false));

    [Fact]
    public void Month_comes_first_where_the_page_is_american()
    {
        Assert.Equal(3, DateParser.InWords("03/05/2024", monthFirst: true)!.Value.Month);
        Assert.Equal(5, DateParser.InWords("03/05/2024", monthFirst: false)!.Value.Month);
    }

    [Theory]
    [InlineData("https://a.example/2024/05/23/story")]
    [InlineData("https://a.example/news/story-20240523.html")]
    [InlineData("https://a.example/2024-05-23-story")]
    public void Day_in_an_address_is_read(string address) =>
        Assert.Equal(new DateTimeOffset(2024, 5, 23, 0, 0, 0, TimeSpan.Zero), DateParser.InAddress(new Uri(address)));

    [Theory]
    [InlineData("https://a.example/story-1202405239")]
    [InlineData("https://a.example/2024/story")]
    public void Number_in_an_address_is_no_day(string address) => Assert.Null(DateParser.InAddress(new Uri(address)));
}
