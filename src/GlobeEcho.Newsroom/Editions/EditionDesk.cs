using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Editions;

/// <summary>The door of the room Editions: what stands on the page, and in what order.</summary>
public sealed class EditionDesk(
    NewsArchive archive,
    EditionStore store,
    StoryDesk stories,
    ArticleDesk articles,
    IOptions<EditionsOptions> options,
    TimeProvider clock,
    ILogger<EditionDesk> log)
{
    // A story's section shows in a few of its tellings.
    private const int TellingsRead = 6;

    // More than a page holds, so that a quiet story of many voices is weighed too.
    private const int WeighedForEachPlaced = 20;

    // SQLite takes at most 32,766 parameters in one statement.
    private const int MostWeighed = 20_000;

    /// <summary>The newest edition; null before the first one was made up.</summary>
    public async Task<Edition?> LatestAsync(CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.LatestAsync(session, cancel);
    }

    /// <summary>When the oldest edition that is kept was made up; null when there is none.</summary>
    public async Task<DateTimeOffset?> FirstAsync(CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.FirstAsync(session, cancel);
    }

    /// <summary>
    /// The paper as it stood at a moment of the last days; where it did not exist yet, its first edition after it, up to an end
    /// (exclusive). Null when there is none.
    /// </summary>
    public async Task<Edition?> AtAsync(DateTimeOffset moment, DateTimeOffset end, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.AtAsync(session, moment, end, cancel);
    }

    /// <summary>Makes up the paper of this moment. Saves no edition that would print the same stories in the same places as the last one.</summary>
    public async Task<MakeUpReport> MakeUpAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var recent = await RecentAsync(now, cancel);
        if (recent.Count == 0)
            return new MakeUpReport(0, 0, false);
        var tellings = (await stories.TellingsAsync(recent.Select(s => s.Id).ToList(), cancel)).ToLookup(t => t.Story);
        // Only the stories that will stand in the paper have their articles read.
        var leading = MakeUp.Leading(recent.Select(s => InPlay(s, tellings[s.Id], now)).ToList(), now, options.Value.MaxStories);
        var edition = MakeUp.Of(await SortAsync(leading, tellings, cancel), now, options.Value.MaxStories);

        await using var session = await archive.WriteAsync(cancel);
        var changed = !IsSame(await store.LatestAsync(session, cancel), edition);
        if (changed)
        {
            await store.SaveAsync(session, edition, cancel);
            await session.CommitAsync(cancel);
            EditionLog.MadeUp(log, edition.Placements.Count, recent.Count);
        }

        return new MakeUpReport(recent.Count, edition.Placements.Count, changed);
    }

    private async Task<IReadOnlyList<Story>> RecentAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var limit = Math.Min(MostWeighed, options.Value.MaxStories * WeighedForEachPlaced);
        var recent = await stories.RecentAsync(now.AddDays(-options.Value.WindowDays), limit, cancel);
        return recent.Count > 0 ? recent : await stories.RecentAsync(DateTimeOffset.UnixEpoch, options.Value.MaxStories, cancel);
    }

    private static StoryInPlay InPlay(Story story, IEnumerable<Telling> tellings, DateTimeOffset now) =>
        new(story, Section.World, Voices.Count(tellings.Where(t => t.Published > now - MakeUp.GrowthWindow).ToList()));

    private async Task<IReadOnlyList<StoryInPlay>> SortAsync(IReadOnlyList<StoryInPlay> leading, ILookup<StoryId, Telling> tellings, CancellationToken cancel)
    {
        var wanted = leading.ToDictionary(
            s => s.Story.Id, s => tellings[s.Story.Id].OrderByDescending(t => t.Likeness).Take(TellingsRead).Select(t => t.Article).ToList());
        var found = (await articles.FindAsync(wanted.Values.SelectMany(a => a).ToList(), cancel)).ToDictionary(a => a.Id);
        return leading.Select(s => s with
        {
            Section = SectionChoice.Of(wanted[s.Story.Id].Where(found.ContainsKey)
                .Select(id => new SectionHint(found[id].Section, found[id].Headline, found[id].Text)).ToList()),
        }).ToList();
    }

    // Prominence fades with every minute; only who stands where makes a new edition.
    private static bool IsSame(Edition? last, Edition edition) =>
        last is not null && last.Placements.Select(p => (p.Story, p.Section)).SequenceEqual(edition.Placements.Select(p => (p.Story, p.Section)));
}
