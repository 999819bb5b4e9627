using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Stories;

/// <summary>A real archive in a temporary folder with the desks of the room over it; a desk can be let go and made anew, as by a restart.</summary>
internal sealed class StoryRoom : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-stories-").FullName;
    private readonly ArticleStore _articles = new();

    public StoryRoom()
        : this(Wire.Morning)
    {
    }

    public StoryRoom(DateTimeOffset start)
    {
        Clock = new FakeTimeProvider(start);
        Archive = NewsArchive.Open(_folder);
        Restart();
    }

    public string Folder => _folder;

    public NewsArchive Archive { get; }

    public FakeTimeProvider Clock { get; }

    public StoryDesk Desk { get; private set; } = null!;

    public EditionDesk Editions => Desks.Editions(Archive, Clock);

    public DigestDesk Digests => Desks.Digests(Archive, Clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Restart() => Desk = Desks.Stories(Archive, Clock, new StoriesOptions());

    /// <summary>Adds an article that was published and read at the clock's time; returns its id.</summary>
    public async Task<ArticleId> AddAsync(string publisher, string headline, string text, string? language = "en")
    {
        await using var session = await Archive.WriteAsync(Cancel);
        var voice = await new FeedStore().PublisherAsync(session, publisher, null, language, Cancel);
        var number = await session.FirstAsync<long>("SELECT count(*) + 1 FROM article", null, Cancel);
        var now = Clock.GetUtcNow();
        Assert.True(await _articles.AddAsync(
            session,
            new Article(default, voice, publisher, new Uri($"https://news.example/{number}"), headline, [], now, now, language, null, null, text),
            Cancel));
        await session.CommitAsync(Cancel);
        return new ArticleId(number);
    }

    public Task<ArticleId> AddAsync(string publisher, (string Headline, string Text) news) => AddAsync(publisher, news.Headline, news.Text);

    public Task<FoldReport> FoldAsync() => Desk.FoldAsync(null, Cancel);

    /// <summary>The story an article stands in now.</summary>
    public async Task<StoryId> StoryOfAsync(ArticleId article) => (await Desk.StoriesOfAsync([article], Cancel))[article];

    public async Task<Story> StoryAsync(long id) => (await Desk.FindAsync(new StoryId(id), Cancel))!;

    public async Task<IReadOnlyList<Telling>> TellingsAsync(long story) => await Desk.TellingsAsync([new StoryId(story)], Cancel);

    public void Dispose()
    {
        Archive.Dispose();
        Directory.Delete(_folder, true);
    }
}
