using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Digests;

/// <summary>An archive in a temporary folder, with stories in it and the desks that write and place them.</summary>
public sealed class TemporaryStories : IDisposable
{
    public static readonly DateTimeOffset Start = new(2024, 5, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-test").FullName;
    private readonly ArticleStore _articleStore = new();
    private readonly StoryStore _storyStore = new();
    private long _articles;

    public TemporaryStories()
    {
        Archive = NewsArchive.Open(_folder);
        Articles = Desks.Articles(Archive, Clock);
        Stories = Desks.Stories(Archive, Clock);
    }

    public NewsArchive Archive { get; }

    public ArticleDesk Articles { get; }

    public StoryDesk Stories { get; }

    public FakeTimeProvider Clock { get; } = new(Start);

    public DigestDesk Digests(DigestsOptions? options = null) => Desks.Digests(Archive, Clock, options);

    public EditionDesk Editions(EditionsOptions? options = null) => Desks.Editions(Archive, Clock, options);

    /// <summary>Adds a story with one telling for each text, each of its own publisher, published an hour apart; the last one at a moment.</summary>
    public async Task<Story> TellAsync(DateTimeOffset last, string headline, params string[] texts)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var session = await Archive.WriteAsync(cancel);
        var id = await _storyStore.NextIdAsync(session, cancel);
        var story = new Story(id, headline, "en", last.AddHours(1 - texts.Length), last, texts.Length, texts.Length, 1);
        await _storyStore.SaveAsync(session, story, cancel);
        for (var i = 0; i < texts.Length; i++)
            await AddAsync(session, story, headline, texts[i], new PublisherId(i + 1), last.AddHours(i + 1 - texts.Length), cancel);
        await session.CommitAsync(cancel);
        return story;
    }

    /// <summary>Adds one telling to a story.</summary>
    public async Task<Story> TellMoreAsync(Story story, DateTimeOffset published, string text)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var session = await Archive.WriteAsync(cancel);
        var grown = story with
        {
            LastTelling = published,
            TellingCount = story.TellingCount + 1,
            PublisherCount = story.PublisherCount + 1,
            Version = story.Version + 1,
        };
        await _storyStore.SaveAsync(session, grown, cancel);
        await AddAsync(session, grown, story.Headline, text, new PublisherId(grown.PublisherCount), published, cancel);
        await session.CommitAsync(cancel);
        return grown;
    }

    public void Dispose()
    {
        Archive.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AddAsync(
        ArchiveSession session, Story story, string headline, string text, PublisherId publisher, DateTimeOffset published, CancellationToken cancel)
    {
        var article = new ArticleId(++_articles);
        await _articleStore.AddAsync(
            session,
            new Article(article, publisher, $"Publisher {publisher.Value}", new Uri($"https://news.example/{article.Value}"), headline, [], published, published, "en", null, null, text),
            cancel);
        await _storyStore.SaveAsync(session, new Telling(article, story.Id, publisher, published, published, 1, "opened the story"), cancel);
    }
}
