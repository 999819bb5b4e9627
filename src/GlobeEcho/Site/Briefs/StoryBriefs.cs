using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Site.Echo;

namespace GlobeEcho.Site.Briefs;

/// <summary>Brings stories from the newsroom's desks in the form pages print them.</summary>
public sealed class StoryBriefs(StoryDesk stories, DigestDesk digests, ArticleDesk articles)
{
    private const int NamedVoices = 3;

    // Rings are 7 pixels wide at most; the narrowest column is about 230 pixels.
    private const double Gap = 2.6;

    /// <summary>In the order of the placements; stories that were merged away since, and those only muted publishers tell, are left out. One time axis for all.</summary>
    public async Task<IReadOnlyList<StoryBrief>> LoadAsync(IReadOnlyList<Placement> placements, DateTimeOffset end, CancellationToken cancel)
    {
        var ids = placements.Select(p => p.Story).ToList();
        var found = (await stories.FindAsync(ids, cancel)).ToDictionary(s => s.Id);
        var written = await digests.FindAsync(ids, cancel);
        var tellings = (await stories.PrintedAsync(ids, cancel)).ToLookup(t => t.Story);
        var firsts = ids.SelectMany(i => Firsts(tellings[i])).ToList();
        var names = (await articles.FindAsync(firsts, cancel)).ToDictionary(a => a.Id, a => a.PublisherName);
        var window = EchoWindow.Before(end, tellings.SelectMany(t => t).Select(t => t.Published).ToList());
        return placements.Where(p => found.ContainsKey(p.Story) && tellings[p.Story].Any())
            .Select(p => Brief(p, found[p.Story], written.GetValueOrDefault(p.Story), tellings[p.Story].ToList(), names, window))
            .ToList();
    }

    /// <summary>The publishers' first tellings, in order.</summary>
    private static IEnumerable<ArticleId> Firsts(IEnumerable<Telling> tellings) =>
        tellings.DistinctBy(t => t.Publisher).Take(NamedVoices).Select(t => t.Article);

    private static StoryBrief Brief(
        Placement placement, Story story, Digest? digest, IReadOnlyList<Telling> tellings, Dictionary<ArticleId, string> names, EchoWindow window)
    {
        var printed = tellings.Select(t => t.Article).ToHashSet();
        var text = digest?.Claims.Where(c => c.Citations.Any(from => printed.Contains(from.Article))).GroupBy(c => c.Paragraph).Select(p => (IReadOnlyList<string>)p.Select(c => c.Text).ToList()).ToList();
        var own = digest is not null && digest.Headline != story.Headline;
        return new StoryBrief(
            story.Id,
            digest?.Headline ?? story.Headline,
            own ? digest!.Language : story.Language,
            placement.Section,
            text ?? [],
            digest?.Language,
            Firsts(tellings).Where(names.ContainsKey).Select(a => names[a]).ToList(),
            tellings.Select(t => t.Publisher).Distinct().Count(),
            tellings.Count,
            tellings[0].Published,
            tellings[^1].Published,
            EchoLine.Of(tellings, window, Gap),
            $"{story.Id.Value}.{story.Version}.{digest?.Written.ToUnixTimeMilliseconds()}");
    }
}
