using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Tests.Digests;

namespace GlobeEcho.Tests.Editions;

public sealed class EditionDeskTests : IDisposable
{
    private const string Vote = "Lawmakers in Nairobi rejected the finance bill on Friday after two weeks of protest.";

    private readonly TemporaryStories _stories = new();

    public void Dispose() => _stories.Dispose();

    [Fact]
    public async Task Stories_stand_in_their_sections_by_prominence()
    {
        var cancel = TestContext.Current.CancellationToken;
        var lone = await _stories.TellAsync(TemporaryStories.Start, "Village in France rebuilds its mill", "The mill near Lyon was destroyed by the storm of last winter.");
        var vote = await _stories.TellAsync(TemporaryStories.Start, "Kenya: finance bill falls", Vote, Vote, Vote);

        var report = await _stories.Editions().MakeUpAsync(cancel);

        Assert.Equal(new MakeUpReport(2, 2, true), report);
        var edition = await _stories.Editions().LatestAsync(cancel);
        Assert.Equal([(vote.Id, Section.Africa, 0), (lone.Id, Section.Europe, 1)], edition!.Placements.Select(p => (p.Story, p.Section, p.Rank)));
        Assert.Equal(TemporaryStories.Start, edition.MadeUp);
    }

    [Fact]
    public async Task Same_placements_make_no_new_edition()
    {
        var cancel = TestContext.Current.CancellationToken;
        await _stories.TellAsync(TemporaryStories.Start, "Kenya: finance bill falls", Vote, Vote);
        await _stories.Editions().MakeUpAsync(cancel);
        _stories.Clock.Advance(TimeSpan.FromHours(1));

        var report = await _stories.Editions().MakeUpAsync(cancel);

        Assert.False(report.Changed);
        Assert.Equal(TemporaryStories.Start, (await _stories.Editions().LatestAsync(cancel))!.MadeUp);
    }

    [Fact]
    public async Task New_story_makes_a_new_edition()
    {
        var cancel = TestContext.Current.CancellationToken;
        await _stories.TellAsync(TemporaryStories.Start, "Kenya: finance bill falls", Vote, Vote);
        await _stories.Editions().MakeUpAsync(cancel);
        _stories.Clock.Advance(TimeSpan.FromHours(1));
        await _stories.TellAsync(TemporaryStories.Start.AddHours(1), "Wells run dry", "Forty wells have run dry since the first week of May.");

        Assert.Equal(new MakeUpReport(2, 2, true), await _stories.Editions().MakeUpAsync(cancel));
        Assert.Equal(TemporaryStories.Start.AddHours(1), (await _stories.Editions().LatestAsync(cancel))!.MadeUp);
    }

    [Fact]
    public async Task Paper_without_fresh_news_prints_the_last_news_there_is()
    {
        var cancel = TestContext.Current.CancellationToken;
        var old = await _stories.TellAsync(TemporaryStories.Start.AddDays(-90), "Kenya: finance bill falls", Vote, Vote);

        var report = await _stories.Editions().MakeUpAsync(cancel);

        Assert.Equal(new MakeUpReport(1, 1, true), report);
        Assert.Equal(old.Id, (await _stories.Editions().LatestAsync(cancel))!.Placements.Single().Story);
    }

    [Fact]
    public async Task Story_outside_the_window_leaves_the_paper_when_there_is_newer_news()
    {
        var cancel = TestContext.Current.CancellationToken;
        await _stories.TellAsync(TemporaryStories.Start.AddDays(-9), "Kenya: finance bill falls", Vote, Vote, Vote);
        var fresh = await _stories.TellAsync(TemporaryStories.Start, "Wells run dry", "Forty wells have run dry since the first week of May.");

        await _stories.Editions().MakeUpAsync(cancel);

        Assert.Equal([fresh.Id], (await _stories.Editions().LatestAsync(cancel))!.Placements.Select(p => p.Story));
    }

    [Fact]
    public async Task Archive_without_stories_makes_no_edition()
    {
        Assert.Equal(new MakeUpReport(0, 0, false), await _stories.Editions().MakeUpAsync(TestContext.Current.CancellationToken));
        Assert.Null(await _stories.Editions().LatestAsync(TestContext.Current.CancellationToken));
    }
}
