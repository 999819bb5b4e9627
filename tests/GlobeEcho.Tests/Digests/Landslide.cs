using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Tests.Digests;

/// <summary>One event told by three publishers with two texts: the Bulletin prints the Herald's, the Courier has its own and other numbers.</summary>
internal static class Landslide
{
    public const string Killed = "A landslide buried the village of Kaoma in the northern highlands and killed at least 100 people, the migration office said.";
    public const string Roar = "\"We heard a roar and then there was nothing,\" said Ana Moll, who teaches at the village school of Kaoma.";
    public const string Later = "The landslide killed more than 670 people in Kaoma, the migration office said after its teams had reached the village.";

    private const string Herald =
        Killed + " " + Roar + "\n\nMud cut the only road into the valley, and soldiers carried water and blankets over the hills on foot. "
        + "The government asked its neighbours for helicopters and heavy machines to clear the road to Kaoma.\n\n"
        + "Most houses of the village were made of wood and palm leaves. The nearest hospital is five hours away by lorry.";

    private const string Courier =
        Later + " Rain is forecast for the highlands until the end of the week.\n\nEngineers warned that the slope above Kaoma still moves and that a second landslide may follow. "
        + "Families from three villages nearby were taken to a school in the provincial capital.\n\n"
        + "Geologists had asked for sirens in this valley after a smaller slide in 2019. Parliament meets on Tuesday to vote on money for the province.";

    /// <summary>Reads, folds and writes the story.</summary>
    public static async Task<Story> TellAsync(NewsArchive archive, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await AddAsync(archive, "Herald", "Landslide kills at least 100 in village of Kaoma", Herald, now.AddDays(-2), cancel);
        await AddAsync(archive, "Bulletin", "Landslide kills at least 100 in village of Kaoma", Herald, now.AddDays(-2).AddHours(1), cancel);
        await AddAsync(archive, "Courier", "Landslide in Kaoma: more than 670 people killed", Courier, now.AddHours(-1), cancel);
        var stories = Desks.Stories(archive, clock, new StoriesOptions());
        await stories.FoldAsync(null, cancel);
        await Desks.Digests(archive, clock).WriteAsync(null, cancel);
        var story = await stories.FindAsync(new StoryId(1), cancel);
        Assert.Equal((3, 2), (story?.TellingCount, story?.VoiceCount));
        return story!;
    }

    private static async Task AddAsync(NewsArchive archive, string publisher, string headline, string text, DateTimeOffset at, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        var voice = await new FeedStore().PublisherAsync(session, publisher, null, "en", cancel);
        var address = new Uri($"https://{publisher.ToLowerInvariant()}.example/landslide");
        Assert.True(await new ArticleStore().AddAsync(session, new Article(default, voice, publisher, address, headline, [], at, at, "en", null, null, text), cancel));
        await session.CommitAsync(cancel);
    }
}
