using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Echoes;

namespace GlobeEcho.Tests.Stories;

public sealed class StoryRhythmTests
{
    [Fact]
    public void Three_voices_within_hours_are_breaking() => Assert.Equal(StoryPhase.Breaking, At(2, 0, 0.5, 1.5));

    [Fact]
    public void Three_copies_within_hours_are_not() =>
        Assert.Equal(StoryPhase.Developing, StoryRhythm.PhaseAt([Told(1, 0), Told(2, 0.5, echoOf: 1), Told(3, 1, echoOf: 1)], Wire.Morning.AddHours(2)));

    [Fact]
    public void Story_of_a_day_that_goes_on_is_developing() => Assert.Equal(StoryPhase.Developing, At(20, 0, 0.5, 1.5, 9, 17));

    [Fact]
    public void Story_of_days_that_goes_on_is_continuing() => Assert.Equal(StoryPhase.Continuing, At(75, 0, 5, 20, 30, 52, 70));

    [Fact]
    public void Lone_telling_has_ended_a_day_later()
    {
        Assert.Equal(StoryPhase.Developing, At(10, 0));
        Assert.Equal(StoryPhase.Ended, At(24, 0));
    }

    [Fact]
    public void Slow_story_is_waited_for_longer_than_a_fast_one()
    {
        Assert.Equal(StoryPhase.Ended, At(30, 0, 1, 2, 3));
        Assert.Equal(StoryPhase.Continuing, At(96 + 40, 0, 24, 48, 72, 96));
        Assert.Equal(StoryPhase.Ended, At(96 + 97, 0, 24, 48, 72, 96));
    }

    [Fact]
    public void Story_that_comes_back_after_its_end_breaks_anew() => Assert.Equal(StoryPhase.Breaking, At(242, 0, 1, 2, 3, 240, 240.5, 241));

    [Fact]
    public void Telling_dated_in_the_future_counts_as_told_now() => Assert.Equal(StoryPhase.Developing, At(1, 0, 48));

    private static StoryPhase At(double now, params double[] hours) => StoryRhythm.PhaseAt(hours.Select((h, i) => Told(i + 1, h)).ToList(), Wire.Morning.AddHours(now));

    private static Telling Told(long article, double hours, long? echoOf = null) => new(
        new ArticleId(article),
        new StoryId(1),
        new PublisherId(article),
        Wire.Morning.AddHours(hours),
        Wire.Morning.AddHours(hours),
        1,
        "",
        echoOf is { } of ? new Echo(new ArticleId(of), EchoKind.Exact, 1) : null);
}
