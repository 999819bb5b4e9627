using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Echoes;
using GlobeEcho.Site.Briefs;
using GlobeEcho.Site.Shell;
using GlobeEcho.Site.Weather;

namespace GlobeEcho.Site.StoryPage;

/// <summary>Loads what a story's page prints.</summary>
public sealed class StoryPageQuery(
    StoryDesk stories, ArticleDesk articles, DigestDesk digests, EditionDesk editions, StoryBriefs briefs, WeatherLook weather, PaperTime time)
{
    private const int OtherStories = 4;
    private const int MostCorrections = 50;
    private const int MostChanges = 30;

    /// <param name="lastVisit">When this reader saw the page last; null on a first visit.</param>
    /// <param name="mayChange">Whether the page has the operator's forms.</param>
    /// <param name="notice">What came of a form.</param>
    public async Task<StoryPageContent> LoadAsync(Story story, DateTimeOffset? lastVisit, bool mayChange, StoryNotice? notice, CancellationToken cancel)
    {
        var tellings = await stories.PrintedAsync([story.Id], cancel);
        var found = (await articles.FindAsync(tellings.Select(t => t.Article).ToList(), cancel)).ToDictionary(a => a.Id);
        var corrections = await articles.CorrectionsAsync(found.Values, cancel);
        var digest = (await digests.FindAsync([story.Id], cancel)).GetValueOrDefault(story.Id);
        var versions = digest is null ? [] : await digests.VersionsAsync(story.Id, cancel);
        var followed = digest is null ? [] : await digests.CorrectionsAsync(story.Id, MostCorrections, cancel);
        var edition = await editions.LatestAsync(cancel);
        var told = Folded(tellings.Where(t => found.ContainsKey(t.Article))
            .Select(t => new ToldArticle(t, found[t.Article], lastVisit is { } visit && t.Joined > visit, corrections.GetValueOrDefault(t.Article))).ToList());
        var voices = Voices(told);
        var place = edition?.Placements.FirstOrDefault(p => p.Story == story.Id);
        return new StoryPageContent(
            story,
            place?.Section,
            voices,
            digest is null ? PrintedDigest.None : PrintedDigest.Of(digest, voices, DigestHistory.Added(versions), followed),
            digest?.Written,
            lastVisit,
            edition?.MadeUp,
            await OthersAsync(edition, story.Id, place?.Section, cancel),
            place is null ? null : await WeatherAsync(story.Headline, digest?.Claims.Select(c => c.Text).FirstOrDefault(), cancel),
            await LifeAsync(story, told, mayChange, notice, cancel))
        {
            Past = digest is null ? DigestPast.None : new DigestPast(DigestHistory.Changes(versions).Reverse().ToList(), Printed(followed, voices), digest.Author),
        };
    }

    // A correction of a muted publisher is not told: its name is not printed.
    private static List<DigestCorrection> Printed(IReadOnlyList<DigestCorrection> followed, List<Voice> voices)
    {
        var articles = voices.SelectMany(v => v.Tellings).Select(t => t.Article.Id).ToHashSet();
        return followed.Where(c => articles.Contains(c.Article)).ToList();
    }

    private async Task<StoryLife> LifeAsync(Story story, List<ToldArticle> told, bool mayChange, StoryNotice? notice, CancellationToken cancel)
    {
        var tellings = told.Select(t => t.Telling).ToList();
        var by = told.ToDictionary(t => t.Article.Id);
        var chapters = Chapters.Of(told.Select(t => (t.Telling, t.Article.Headline, t.Article.Language)), time.TimeZone, story.Language);
        var related = await stories.RelatedAsync(story, cancel);
        var linked = (await stories.FindAsync(related.Select(r => r.Story).ToList(), cancel)).ToDictionary(s => s.Id);
        return new StoryLife(
            tellings.Count == 0 ? StoryPhase.Ended : StoryRhythm.PhaseAt(tellings, time.Now),
            Newsroom.Stories.Voices.Count(tellings),
            chapters.Count < 2 ? [] : chapters.Select(c => new PrintedChapter(c, by[c.Headline].Article, c.Tellings.Select(t => by[t]).ToList())).ToList(),
            related.Where(r => linked.ContainsKey(r.Story)).Select(r => (linked[r.Story], r.Shared)).ToList(),
            await stories.ChangesAsync(story.Id, MostChanges, cancel),
            mayChange,
            notice);
    }

    /// <summary>Puts each echo under the telling on this page that it goes back to; what repeats only muted ones stands for itself.</summary>
    private static List<ToldArticle> Folded(List<ToldArticle> told)
    {
        var printed = told.Select(t => t.Article.Id).ToHashSet();
        var echoes = told.Where(t => t.Telling.Echo is { } echo && printed.Contains(echo.Of)).ToDictionary(t => t.Article.Id, t => t.Telling.Echo!);
        var marked = told.Select(t => t with { IsFolded = echoes.ContainsKey(t.Article.Id) }).ToList();
        var under = marked.Where(t => t.IsFolded).ToLookup(t => EchoBook.Original(t.Article.Id, echoes));
        return marked.Select(t => t with { Echoes = under[t.Article.Id].ToList() }).ToList();
    }

    // Only the stories of the paper: an archive of years would ask the providers for the whole world.
    private async Task<PlaceNow?> WeatherAsync(string headline, string? lead, CancellationToken cancel) =>
        StoryPlace.Of(headline, lead) is { } where ? (await weather.NowAsync([where], cancel))[0] : null;

    private static List<Voice> Voices(IEnumerable<ToldArticle> told) =>
        told.GroupBy(t => t.Telling.Publisher).Select((v, i) => new Voice(i + 1, v.First().Article.PublisherName, PublisherCountry.Of(v.First().Article.Address), v.ToList())).ToList();

    private async Task<IReadOnlyList<StoryBrief>> OthersAsync(Edition? edition, StoryId here, Section? section, CancellationToken cancel)
    {
        if (edition is null)
            return [];
        var others = edition.Placements.Where(p => p.Story != here).OrderBy(p => p.Section == section ? 0 : 1).ThenBy(p => p.Rank);
        return await briefs.LoadAsync(others.Take(OtherStories).ToList(), edition.MadeUp, cancel);
    }
}
