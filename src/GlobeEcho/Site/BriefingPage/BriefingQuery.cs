using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.BriefingPage;

/// <summary>Sets the editions to take away: morning and evening as they closed, and the world in five minutes as it is now.</summary>
public sealed class BriefingQuery(EditionDesk editions, StoryDesk stories, DigestDesk digests, ArticleDesk articles, PaperTime time)
{
    private const int NamedVoices = 3;

    // More than any of these editions prints.
    private const int Loaded = 80;

    // A sheet of paper: the lead, five stories beside it, and the rest in a sentence each.
    private const int Told = 6;
    private const int LeadWords = 190;
    private const int ToldWords = 65;
    private const int InBrief = 22;
    private const int BriefWords = 36;

    // At 200 words a minute.
    private const int FiveMinutes = 1000;
    private const int FiveMinutesStory = 60;

    /// <summary>Null when the paper had no edition then, or does not keep it any more.</summary>
    public async Task<BriefingContent?> LoadAsync(BriefingSlot slot, TimeZoneInfo zone, CancellationToken cancel)
    {
        var (closes, next) = (slot.ClosesAt(zone), slot.After.ClosesAt(zone));
        if (closes > time.Now || await editions.AtAsync(closes, next, cancel) is not { Placements.Count: > 0 } edition)
            return null;
        var before = await editions.AtAsync(slot.Before.ClosesAt(zone), closes, cancel);
        var known = before is null || before.MadeUp == edition.MadeUp ? null : before.Placements.Select(p => p.Story).ToHashSet();
        var told = await StoriesAsync(edition, edition.MadeUp > closes ? edition.MadeUp : closes, known, cancel);
        if (told.Count == 0)
            return null;
        var leading = told.Take(Told).Select((s, rank) => rank == 0 ? s.Short(LeadWords, 9) with { Standfirst = s.Standfirst } : s.Short(ToldWords, 3)).ToList();
        var rest = told.Skip(Told).Where(s => s.Sentences.Count > 0).Take(InBrief).Select(s => s.Short(BriefWords, 1));
        return new BriefingContent(slot, edition.MadeUp, time.In(zone), leading, BySection(rest));
    }

    /// <summary>The editions before one, newest first, that the paper may still have.</summary>
    public async Task<IReadOnlyList<BriefingSlot>> BeforeAsync(BriefingSlot slot, TimeZoneInfo zone, int most, CancellationToken cancel)
    {
        var slots = new List<BriefingSlot>();
        var first = await editions.FirstAsync(cancel);
        for (var older = slot; slots.Count < most && older.After.ClosesAt(zone) > first; older = older.Before)
            slots.Add(older);
        return slots;
    }

    /// <summary>Null before the first edition.</summary>
    public async Task<BriefingContent?> FiveMinutesAsync(TimeZoneInfo zone, CancellationToken cancel)
    {
        if (await editions.LatestAsync(cancel) is not { Placements.Count: > 0 } edition)
            return null;
        var taken = new List<BriefingStory>();
        var left = FiveMinutes;
        foreach (var story in (await StoriesAsync(edition, time.Now, null, cancel)).Where(s => s.Sentences.Count > 0))
        {
            var told = story.Short(FiveMinutesStory, 3);
            if (taken.Count > 0 && told.Words > left)
                continue;
            taken.Add(told);
            left -= told.Words;
            // What is left then is less than any story.
            if (left < 15)
                break;
        }

        return taken.Count == 0 ? null : new BriefingContent(null, edition.MadeUp, time.In(zone), [], BySection(taken));
    }

    /// <param name="known">The stories of the edition before; null when nobody can say what is new.</param>
    private async Task<IReadOnlyList<BriefingStory>> StoriesAsync(Edition edition, DateTimeOffset at, HashSet<StoryId>? known, CancellationToken cancel)
    {
        var placements = edition.Placements.Take(Loaded).ToList();
        var ids = placements.ConvertAll(p => p.Story);
        var found = (await stories.FindAsync(ids, cancel)).ToDictionary(s => s.Id);
        var tellings = (await stories.PrintedAsync(ids, cancel)).ToLookup(t => t.Story);
        var written = await digests.AtAsync(ids, at, cancel);
        var firsts = ids.SelectMany(i => Known(tellings[i], at).DistinctBy(t => t.Publisher).Take(NamedVoices)).Select(t => t.Article).ToList();
        var names = (await articles.FindAsync(firsts, cancel)).ToDictionary(a => a.Id, a => a.PublisherName);
        var printed = new List<BriefingStory>(placements.Count);
        foreach (var placement in placements.Where(p => found.ContainsKey(p.Story) && tellings[p.Story].Any()))
        {
            var story = found[placement.Story];
            var digest = written.GetValueOrDefault(placement.Story);
            var all = tellings[placement.Story].Select(t => t.Article).ToHashSet();
            var voices = Known(tellings[placement.Story], at).ToList();
            printed.Add(new BriefingStory(
                story.Id,
                digest?.Headline ?? story.Headline,
                digest is null ? story.Language : digest.Language,
                placement.Section,
                // What rests on a muted publisher alone is not printed.
                digest?.Claims.Where(c => c.Citations.Any(from => all.Contains(from.Article))).Select(c => c.Text).ToList() ?? [],
                digest?.Language,
                voices.DistinctBy(t => t.Publisher).Take(NamedVoices).Where(t => names.ContainsKey(t.Article)).Select(t => names[t.Article]).ToList(),
                voices.Select(t => t.Publisher).Distinct().Count(),
                known is not null && !known.Contains(story.Id))
            {
                Standfirst = digest?.Standfirst is { } line && line.Citations.Any(from => all.Contains(from.Article)) ? line.Text : null,
            });
        }

        return printed;
    }

    // Tellings of the time; a story of which the paper knows none that old is told by those it has.
    private static IEnumerable<Telling> Known(IEnumerable<Telling> tellings, DateTimeOffset at)
    {
        var all = tellings.ToList();
        var then = all.FindAll(t => t.Published <= at);
        return then.Count > 0 ? then : all;
    }

    private static List<(Section Section, IReadOnlyList<BriefingStory> Stories)> BySection(IEnumerable<BriefingStory> stories) =>
        stories.GroupBy(s => s.Section).Select(g => (g.Key, (IReadOnlyList<BriefingStory>)g.ToList())).ToList();
}
