using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Echoes;

namespace GlobeEcho.Tests.Stories;

public sealed class ChaptersTests
{
    private static readonly DateTimeOffset Evening = new(2024, 5, 24, 22, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Days_are_those_of_the_papers_own_clock()
    {
        (Telling, string, string?)[] tellings = [Told(1, Evening, "Dam leaks above Orlen"), Told(2, Evening.AddHours(1), "Orlen empties its streets"), Told(3, Evening.AddHours(13), "Orlen's dam holds")];

        Assert.Equal([(new DateOnly(2024, 5, 24), 2), (new DateOnly(2024, 5, 25), 1)], Days(tellings, "UTC"));
        Assert.Equal([(new DateOnly(2024, 5, 25), 3)], Days(tellings, "Europe/Minsk"));
    }

    [Fact]
    public void Headline_of_a_day_is_the_one_that_says_what_all_say()
    {
        var chapter = Assert.Single(Chapters.Of(
            [
                Told(1, Evening, "What we know so far"),
                Told(2, Evening.AddMinutes(5), "Dam above Orlen leaks, thousands leave the valley"),
                Told(3, Evening.AddMinutes(9), "Thousands leave valley of Orlen below leaking dam"),
            ],
            TimeZoneInfo.Utc,
            "en"));

        Assert.Contains(chapter.Headline.Value, new long[] { 2, 3 });
    }

    [Fact]
    public void Copies_do_not_choose_the_headline_and_are_no_voices()
    {
        var chapter = Assert.Single(Chapters.Of(
            [
                Told(1, Evening, "Dam above Orlen leaks"),
                Told(2, Evening.AddMinutes(5), "Wall of water", echoOf: 1),
                Told(3, Evening.AddMinutes(6), "Wall of water", echoOf: 1),
            ],
            TimeZoneInfo.Utc,
            "en"));

        Assert.Equal((1L, 3, 1), (chapter.Headline.Value, chapter.Tellings.Count, chapter.Voices));
    }

    private static IEnumerable<(DateOnly, int)> Days(IEnumerable<(Telling, string, string?)> tellings, string zone) =>
        Chapters.Of(tellings, TimeZoneInfo.FindSystemTimeZoneById(zone), "en").Select(c => (c.Day, c.Tellings.Count));

    private static (Telling, string, string?) Told(long article, DateTimeOffset at, string headline, long? echoOf = null) => (
        new Telling(
            new ArticleId(article), new StoryId(1), new PublisherId(article), at, at, 1, "", echoOf is { } of ? new Echo(new ArticleId(of), EchoKind.Exact, 1) : null),
        headline,
        "en");
}
