using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Site.Briefs;
using GlobeEcho.Site.Echo;
using GlobeEcho.Site.FrontPage;

namespace GlobeEcho.Tests.Site;

public sealed class FrontSettingTests
{
    private static readonly DateTimeOffset Made = SampleArchive.Made;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(40)]
    [InlineData(120)]
    public void No_story_stands_twice_and_the_lead_is_the_first(int count)
    {
        var stories = Enumerable.Range(1, count).Select(i => Story(i, (Section)(i % 11))).ToList();

        var page = FrontSetting.Set(Made, stories);

        var printed = page.Stories.Select(s => s.Id).ToList();
        Assert.Equal(stories[0].Id, printed[0]);
        Assert.Equal(printed.Distinct().Count(), printed.Count);
        Assert.Equal(Math.Min(count, 20), Math.Min(printed.Count, 20));
        Assert.True(page.Columns.Count <= 4);
        Assert.All(page.Columns, c => Assert.NotEmpty(c));
    }

    [Fact]
    public void Section_that_has_more_says_how_many()
    {
        var page = FrontSetting.Set(Made, Enumerable.Range(1, 60).Select(i => Story(i, Section.Asia)).ToList());

        var block = Assert.Single(Assert.Single(page.Columns));
        Assert.Equal(60, page.Stories.Count() + block.More);
    }

    [Fact]
    public void Opening_keeps_whole_sentences_and_at_least_one()
    {
        var story = Story(1, Section.Asia);

        Assert.Equal(["First sentence of story 1."], story.Opening(1));
        Assert.Equal(["First sentence of story 1. A second one.", "A second paragraph."], story.Opening(1000));
    }

    [Fact]
    public void Echo_marks_keep_apart_and_inside_the_strip()
    {
        var tellings = Enumerable.Range(0, 40).Select(i => Telling(i, i % 5, Made.AddSeconds(-i))).ToList();

        var line = EchoLine.Of(tellings, EchoWindow.Before(Made, tellings.Select(t => t.Published).ToList()), 2.6);

        Assert.Equal(EchoShape.First, line.Marks[0].Shape);
        Assert.Equal(4, line.Marks.Count(m => m.Shape == EchoShape.Echo));
        Assert.All(line.Marks, m => Assert.InRange(m.At, 0, 100));
        Assert.All(line.Marks.Zip(line.Marks.Skip(1)), p => Assert.True(p.Second.At - p.First.At > 2.5));
    }

    [Fact]
    public void Telling_from_before_the_strip_stands_at_its_edge()
    {
        var tellings = new[] { Telling(1, 1, Made.AddDays(-9)), Telling(2, 2, Made.AddHours(-1)) };

        var line = EchoLine.Of(tellings, EchoWindow.Before(Made, [Made.AddHours(-1)]), 2.6);

        Assert.True(line.Marks[0].Earlier);
        Assert.Equal(0, line.Marks[0].At);
        Assert.False(line.Marks[1].Earlier);
    }

    private static Telling Telling(int article, int publisher, DateTimeOffset at) =>
        new(new ArticleId(article), new StoryId(1), new PublisherId(publisher), at, at, 1, "");

    private static StoryBrief Story(int id, Section section)
    {
        var telling = Telling(id, 1, Made.AddMinutes(-id));
        return new StoryBrief(
            new StoryId(id), $"Headline of story {id}", null, section, [[$"First sentence of story {id}.", "A second one."], ["A second paragraph."]], null,
            ["Harbour Gazette"], 1, 1, telling.Published, telling.Published, EchoLine.Of([telling], EchoWindow.Before(Made, [telling.Published]), 2.6), $"{id}");
    }
}
