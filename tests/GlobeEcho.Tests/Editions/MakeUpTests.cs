using CsCheck;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Tests.Editions;

public sealed class MakeUpTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Story_more_publishers_tell_stands_higher() => Assert.Equal([2, 1], Order(Story(1, publishers: 3), Story(2, publishers: 9)));

    [Fact]
    public void Fresher_story_stands_higher() => Assert.Equal([2, 1], Order(Story(1, lastHoursAgo: 20, openedHoursAgo: 20), Story(2)));

    [Fact]
    public void Story_of_many_voices_that_a_new_telling_keeps_alive_stands_below_one_that_opened_now() =>
        Assert.Equal([2, 1], Order(Story(1, openedHoursAgo: 60), Story(2)));

    [Fact]
    public void Story_that_grows_stands_higher_than_one_that_does_not() => Assert.Equal([2, 1], Order(Story(1, lately: 1), Story(2, lately: 6)));

    [Fact]
    public void Story_of_one_publisher_stands_below_one_many_told_this_morning() =>
        Assert.Equal([2, 1], Order(Story(1, publishers: 1, lately: 1, lastHoursAgo: 0, openedHoursAgo: 0), Story(2, publishers: 6, lately: 0, lastHoursAgo: 12, openedHoursAgo: 14)));

    [Fact]
    public void Old_news_fades_but_never_leaves_the_page_empty()
    {
        var edition = MakeUp.Of([Story(1, lastHoursAgo: 24 * 400, openedHoursAgo: 24 * 401), Story(2, lastHoursAgo: 24 * 500, openedHoursAgo: 24 * 500)], Now, 10);

        Assert.Equal([1, 2], edition.Placements.Select(p => p.Story.Value));
        Assert.All(edition.Placements, p => Assert.True(p.Prominence > 0));
    }

    [Fact]
    public void Telling_dated_in_the_future_is_only_new() =>
        Assert.Equal(
            MakeUp.Prominence(Story(1, lastHoursAgo: 0, openedHoursAgo: 0), Now), MakeUp.Prominence(Story(1, lastHoursAgo: -48, openedHoursAgo: -48), Now));

    [Fact]
    public void Edition_holds_no_more_than_it_may_and_ranks_from_nought()
    {
        var edition = MakeUp.Of(Enumerable.Range(1, 30).Select(i => Story(i, publishers: i)).ToList(), Now, 7);

        Assert.Equal(Enumerable.Range(0, 7), edition.Placements.Select(p => p.Rank));
        Assert.Equal([30, 29, 28, 27, 26, 25, 24], edition.Placements.Select(p => p.Story.Value));
        Assert.Equal(Now, edition.MadeUp);
    }

    [Fact]
    public void Order_does_not_depend_on_the_order_stories_come_in() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 5], Gen.Int[0, 90]).Array[1, 20].Sample(
            made =>
            {
                var stories = made.Select((m, i) => Story(i + 1, m.Item1, m.Item2, m.Item3, m.Item3 + m.Item2)).ToList();
                var one = MakeUp.Of(stories, Now, 10).Placements;
                stories.Reverse();
                return one.SequenceEqual(MakeUp.Of(stories, Now, 10).Placements);
            },
            iter: 500);

    private static long[] Order(params StoryInPlay[] stories) => MakeUp.Of(stories, Now, 10).Placements.Select(p => p.Story.Value).ToArray();

    private static StoryInPlay Story(long id, int publishers = 5, int lately = 2, double lastHoursAgo = 2, double openedHoursAgo = 4) => new(
        new Story(new StoryId(id), $"Story {id}", "en", Now.AddHours(-openedHoursAgo), Now.AddHours(-lastHoursAgo), publishers, publishers, 1), Section.World, lately);
}
