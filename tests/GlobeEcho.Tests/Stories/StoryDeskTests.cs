using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Stories;

public sealed class StoryDeskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-stories-").FullName;
    private readonly NewsArchive _archive;
    private readonly ArticleStore _articles = new();
    private readonly StoryStore _stories = new();
    private readonly FakeTimeProvider _time = new(Wire.Morning.AddDays(40));
    private int _added;

    public StoryDeskTests() => _archive = NewsArchive.Open(_folder);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _archive.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task Tellings_become_one_story_with_its_counts_and_headline()
    {
        await AddAsync(Wire.Ferry, 1, 0);
        await AddAsync(Wire.Bank, 2, 1);
        await AddAsync(Wire.FerryAgain, 3, 2);
        await AddAsync(Wire.FerryFrench, 3, 3, "fr");
        var seen = new List<(int, int)>();

        var report = await Desk().FoldAsync(new Progress(seen), Cancel);

        Assert.Equal(new FoldReport(4, 2, 2, 0), report);
        Assert.Equal([(4, 4)], seen);
        var story = await Desk().FindAsync(new StoryId(1), Cancel);
        Assert.NotNull(story);
        Assert.Equal((3, 2, 1), (story.TellingCount, story.PublisherCount, story.Version));
        Assert.Equal((Wire.Morning, Wire.Morning.AddHours(3)), (story.Opened, story.LastTelling));
        Assert.Equal("en", story.Language);
        Assert.Contains(story.Headline, new[] { Wire.Ferry.Headline, Wire.FerryAgain.Headline });
        var tellings = await Desk().TellingsAsync([story.Id], Cancel);
        Assert.Equal([1L, 3L, 4L], tellings.Select(t => t.Article.Value));
        Assert.StartsWith("joined on: ", tellings[1].Reason, StringComparison.Ordinal);
        Assert.Equal(new FoldReport(0, 0, 0, 0), await Desk().FoldAsync(null, Cancel));
    }

    [Fact]
    public async Task Story_changes_its_version_when_a_later_pass_adds_to_it()
    {
        var desk = Desk();
        await AddAsync(Wire.Ferry, 1, 0);
        await desk.FoldAsync(null, Cancel);
        await AddAsync(Wire.FerryAgain, 2, 4);

        Assert.Equal(new FoldReport(1, 0, 1, 0), await desk.FoldAsync(null, Cancel));

        Assert.Equal(2, (await desk.FindAsync(new StoryId(1), Cancel))!.Version);
    }

    [Fact]
    public async Task Restart_in_the_middle_changes_nothing()
    {
        for (var i = 0; i < 120; i++)
            await AddNumberedAsync(i);
        for (var i = 0; i < 3; i++)
            await Desk(batch: 20).FoldAsync(null, Cancel);
        await Desk(batch: 500).FoldAsync(null, Cancel);
        var restarted = await AllAsync(_archive);

        using var other = NewsArchive.Open(Path.Combine(_folder, "other"));
        _added = 0;
        for (var i = 0; i < 120; i++)
            await AddNumberedAsync(i, other);
        await Desk(other, batch: 500).FoldAsync(null, Cancel);

        Assert.Equal(await AllAsync(other), restarted);
        Assert.True(restarted.Select(t => t.Story).Distinct().Count() < 120);
    }

    [Fact]
    public async Task Stories_out_of_memory_stay_out_after_a_restart()
    {
        var desk = Desk(memory: 0);
        await AddAsync(Wire.Ferry, 1, 0);
        await AddAsync(Wire.Bank, 2, 24 * 20);
        await desk.FoldAsync(null, Cancel);
        await AddAsync(Wire.FerryAgain, 3, 24 * 20.5);

        Assert.Equal(1, (await Desk(memory: 0).FoldAsync(null, Cancel)).Opened);
    }

    [Fact]
    public async Task Older_stories_are_remembered_while_there_is_room()
    {
        await AddAsync(Wire.Ferry, 1, 0);
        await AddAsync(Wire.Bank, 2, 24 * 20);
        await Desk().FoldAsync(null, Cancel);
        await AddAsync(Wire.FerryAgain, 3, 24 * 20.5);

        Assert.Equal(1, (await Desk().FoldAsync(null, Cancel)).Joined);
    }

    [Fact]
    public async Task Merged_story_leaves_a_redirect()
    {
        await AddAsync(("Rate rise", Wire.Bank.Text), 1, 0);
        await AddAsync(("Tram drivers to strike", Wire.Strike.Text), 2, 1);
        var desk = Desk();
        Assert.Equal(2, (await desk.FoldAsync(null, Cancel)).Opened);
        for (var i = 3; i < 8; i++)
            await AddAsync(("Rate rise and tram strike meet in Velmora", Wire.Bank.Text + " " + Wire.Strike.Text), i, i);

        Assert.Equal(new FoldReport(5, 0, 5, 1), await desk.FoldAsync(null, Cancel));

        var story = await desk.FindAsync(new StoryId(2), Cancel);
        Assert.Equal((1L, 7, 7), (story!.Id.Value, story.TellingCount, story.PublisherCount));
        Assert.Equal([new StoryId(1)], (await desk.RecentAsync(Wire.Morning, 10, Cancel)).Select(s => s.Id));
        Assert.All(await AllAsync(_archive), t => Assert.Equal(1, t.Story));
    }

    [Fact]
    public async Task Failed_save_leaves_nothing_and_the_next_pass_goes_on()
    {
        var desk = Desk();
        await AddAsync(Wire.Ferry, 1, 0);
        await desk.FoldAsync(null, Cancel);
        await AddAsync(Wire.FerryAgain, 2, 1);
        await AddAsync(Wire.Bank, 3, 2);
        await RunAsync("CREATE TRIGGER broken BEFORE UPDATE OF folded ON article BEGIN SELECT raise(ABORT, 'broken'); END");

        await Assert.ThrowsAsync<ArchiveException>(() => desk.FoldAsync(null, Cancel));
        Assert.Single(await AllAsync(_archive));
        await RunAsync("DROP TRIGGER broken");

        Assert.Equal(new FoldReport(2, 1, 1, 0), await desk.FoldAsync(null, Cancel));
        Assert.Equal(2, (await desk.FindAsync(new StoryId(1), Cancel))!.TellingCount);
        Assert.Equal(Wire.Bank.Headline, (await desk.FindAsync(new StoryId(2), Cancel))!.Headline);
    }

    private StoryDesk Desk(NewsArchive? archive = null, int batch = 1000, int memory = 1000) =>
        Desks.Stories(archive ?? _archive, _time, new StoriesOptions { Batch = batch, MemoryArticles = memory });

    private Task AddNumberedAsync(int number, NewsArchive? archive = null)
    {
        var input = Wire.Numbered(number, number * 7 % 50, number);
        return AddAsync((input.Headline!, input.Text), number % 9, number, "en", archive);
    }

    private async Task AddAsync((string Headline, string Text) news, long publisher, double hours, string? language = "en", NewsArchive? archive = null)
    {
        await using var session = await (archive ?? _archive).WriteAsync(Cancel);
        _added++;

        Assert.True(await _articles.AddAsync(
            session,
            new Article(
                default, new PublisherId(publisher), $"publisher {publisher}", new Uri($"https://news.example/{_added}"), news.Headline, [],
                Wire.Morning.AddHours(hours), Wire.Morning.AddDays(40), language, null, null, news.Text),
            Cancel));
        await session.CommitAsync(Cancel);
    }

    private async Task RunAsync(string sql)
    {
        await using var session = await _archive.WriteAsync(Cancel);
        await session.ExecuteAsync(sql, null, Cancel);
        await session.CommitAsync(Cancel);
    }

    private static async Task<IReadOnlyList<Placed>> AllAsync(NewsArchive archive)
    {
        await using var session = await archive.ReadAsync(Cancel);
        return await session.QueryAsync<Placed>("SELECT article_id AS Article, story_id AS Story, likeness AS Likeness, reason AS Reason FROM telling ORDER BY article_id", null, Cancel);
    }

    private sealed record Placed(long Article, long Story, double Likeness, string Reason);

    private sealed class Progress(List<(int, int)> seen) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => seen.Add(value);
    }
}
