using System.Text;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Tests.Feeds;

public sealed class OpmlTests
{
    [Fact]
    public void Folder_is_a_section_and_a_publisher_folder_groups_feeds()
    {
        var listings = Read(
            """
            <opml version="2.0"><body>
              <outline text="Asia">
                <outline type="publisher" text="Delta Times" htmlUrl="https://delta.example/" language="en">
                  <outline type="rss" text="Delta World" xmlUrl="https://delta.example/world"/>
                  <outline type="rss" text="Delta Sport" xmlUrl="https://delta.example/sport" language="my"/>
                </outline>
                <outline text="Island News" xmlUrl=" https://island.example/rss "/>
              </outline>
              <outline title="Lone &amp; Free" xmlUrl="http://lone.example/" htmlUrl="http://lone.example/home"/>
            </body></opml>
            """);

        Assert.Equal(
            [
                new FeedListing("Delta Times", new("https://delta.example/"), "en", new("https://delta.example/world"), "Delta World", "Asia"),
                new FeedListing("Delta Times", new("https://delta.example/"), "my", new("https://delta.example/sport"), "Delta Sport", "Asia"),
                new FeedListing("Island News", null, null, new("https://island.example/rss"), "Island News", "Asia"),
                new FeedListing("Lone & Free", new("http://lone.example/home"), null, new("http://lone.example/"), "Lone & Free", null),
            ],
            listings);
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        FeedListing[] listings =
        [
            new("Alone", null, null, new("https://alone.example/"), "Alone", null),
            new("One \"voice\" & <more>", new("https://voice.example/"), "fr", new("https://voice.example/1?a=1&b=2"), "Une", "Europe"),
            new("One \"voice\" & <more>", new("https://voice.example/"), "fr", new("https://voice.example/2"), "Deux", "Europe"),
            new("Named otherwise", null, "de", new("https://other.example/"), "Titel", "Europe"),
        ];

        Assert.Equal(listings, Read(OpmlWriter.Write(listings)));
    }

    [Fact]
    public void Built_in_list_is_written_and_read_back_the_same()
    {
        Assert.Equal(DefaultFeeds.Read().OrderBy(l => l.Address.AbsoluteUri), Read(OpmlWriter.Write(DefaultFeeds.Read())).OrderBy(l => l.Address.AbsoluteUri));
    }

    [Fact]
    public void Control_characters_in_a_name_do_not_break_the_list()
    {
        Assert.Equal("AB", Assert.Single(Read(OpmlWriter.Write([new FeedListing("A\u0001B", null, null, Given.Address, "A\u0001B", null)]))).Title);
    }

    [Theory]
    [InlineData("", "no XML")]
    [InlineData("just words", "no XML")]
    [InlineData("<rss><channel/></rss>", "<rss>")]
    public void What_is_no_list_is_told_in_plain_words(string text, string words)
    {
        Assert.Contains(words, Assert.IsType<OpmlResult.NotOpml>(OpmlReader.Read(Encoding.UTF8.GetBytes(text))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_list_is_a_list()
    {
        Assert.Empty(Read("<opml version='2.0'><body/></opml>"));
    }

    [Fact]
    public void Feed_that_stands_twice_or_on_no_web_address_is_left_out()
    {
        Assert.Single(Read(
            "<opml><body><outline text='A' xmlUrl='https://a.example/'/><outline text='B' xmlUrl='https://a.example/'/><outline text='C' xmlUrl='file:///etc/passwd'/></body></opml>"));
    }

    [Fact]
    public void Built_in_list_names_publishers_of_all_continents()
    {
        var list = DefaultFeeds.Read();

        Assert.InRange(list.Count, 45, 60);
        Assert.True(list.Select(l => l.PublisherName).Distinct().Count() >= 40);
        Assert.Equal(list.Count, list.Select(l => l.Address).Distinct().Count());
        Assert.All(list, l => Assert.True(l.Home is not null && l.Language is not null && l.Address.Scheme == "https"));
        Assert.Superset(
            new HashSet<string?> { "Africa", "Asia", "Europe", "North America", "Latin America", "Oceania", "Middle East" },
            list.Select(l => l.Section).ToHashSet());
    }

    private static IReadOnlyList<FeedListing> Read(string text) =>
        Assert.IsType<OpmlResult.Read>(OpmlReader.Read(Encoding.UTF8.GetBytes(text))).Listings;
}
