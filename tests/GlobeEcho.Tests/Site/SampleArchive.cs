using System.Globalization;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Echoes;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Tests.Site;

/// <summary>Fills a real archive with the invented wire, through the rooms' own stores.</summary>
public sealed class SampleArchive
{
    public static readonly DateTimeOffset Made = new(2024, 5, 24, 18, 40, 0, TimeSpan.Zero);

    /// <summary>A sentence the first story's digest no longer has.</summary>
    public const string TakenOut = "Seventy sailings were cancelled before noon.";

    private readonly FeedStore _feeds = new();
    private readonly ArticleStore _articles = new();
    private readonly StoryStore _stories = new();
    private readonly DigestStore _digests = new();
    private readonly List<Placement> _placements = [];
    private readonly Dictionary<string, PublisherId> _publishers = new(StringComparer.Ordinal);
    private int _article;

    public static async Task FillAsync(NewsArchive archive, CancellationToken cancel)
    {
        var sample = new SampleArchive();
        await using var session = await archive.WriteAsync(cancel);
        foreach (var story in InventedWire.Text.Split("\n= ", StringSplitOptions.RemoveEmptyEntries))
            await sample.AddStoryAsync(session, story.TrimStart('=', ' ').Split('\n'), cancel);
        await sample.AddFeedsAsync(session, cancel);
        await new EditionStore().SaveAsync(session, new Edition(Made, sample._placements), cancel);
        await session.CommitAsync(cancel);
    }

    /// <summary>A later telling of the first story.</summary>
    public static async Task AddTellingAsync(NewsArchive archive, DateTimeOffset at, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        var publisher = await new FeedStore().PublisherAsync(session, "Quayside Bulletin", null, "en", cancel);
        var address = new Uri("https://quayside.example/late");
        await new ArticleStore().AddAsync(
            session,
            new Article(default, publisher, "Quayside Bulletin", address, "Late boat adds a sailing", [], at, at, "en", null, null, "The ferry company added a sailing at midnight."),
            cancel);
        var id = new ArticleId(await session.FirstAsync<long>("SELECT max(id) FROM article", null, cancel));
        var stories = new StoryStore();
        await stories.SaveAsync(session, new Telling(id, new StoryId(1), publisher, at, at, 0.61, "joined on: ferry, boat"), cancel);
        await session.CommitAsync(cancel);
    }

    /// <summary>Makes the fourth telling of the first story a copy of its second.</summary>
    public static async Task AddEchoAsync(NewsArchive archive, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        await new StoryStore().SaveEchoesAsync(session, [(new ArticleId(4), new Echo(new ArticleId(2), EchoKind.Exact, 0.97))], cancel);
        await session.CommitAsync(cancel);
    }

    /// <summary>A story that is about one country, with its digest; it stands in no edition.</summary>
    public static async Task<StoryId> AddCountryStoryAsync(NewsArchive archive, string headline, string lead, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        var publisher = await new FeedStore().PublisherAsync(session, "Quayside Bulletin", null, "en", cancel);
        var at = Made.AddHours(-6);
        var address = new Uri("https://quayside.example/" + Guid.NewGuid().ToString("N"));
        await new ArticleStore().AddAsync(session, new Article(default, publisher, "Quayside Bulletin", address, headline, [], at, at, "en", null, null, lead), cancel);
        var article = new ArticleId(await session.FirstAsync<long>("SELECT max(id) FROM article", null, cancel));
        var stories = new StoryStore();
        var id = await stories.NextIdAsync(session, cancel);
        await stories.SaveAsync(session, new Story(id, headline, "en", at, at, 1, 1, 1), cancel);
        await stories.SaveAsync(session, new Telling(article, id, publisher, at, at, 1, "first telling"), cancel);
        var claim = new Claim(lead, 0, [new Citation(article, new TextSpan(0, lead.Length))]);
        await new DigestStore().SaveAsync(session, new Digest(id, 1, at, "en", headline, [claim], 0), cancel);
        await session.CommitAsync(cancel);
        return id;
    }

    private async Task AddStoryAsync(ArchiveSession session, string[] lines, CancellationToken cancel)
    {
        var head = Fields(lines[0]);
        var id = await _stories.NextIdAsync(session, cancel);
        var tellings = new List<(Article Article, List<TextSpan> Sentences, string Reason)>();
        foreach (var telling in Parts(lines))
            tellings.Add(await AddArticleAsync(session, telling, cancel));
        var times = tellings.Select(t => t.Article.When).ToList();
        var publishers = tellings.Select(t => t.Article.Publisher).Distinct().Count();
        await _stories.SaveAsync(session, new Story(id, head[1], tellings[0].Article.Language, times.Min(), times.Max(), tellings.Count, publishers, 1), cancel);
        for (var i = 0; i < tellings.Count; i++)
        {
            var (article, _, reason) = tellings[i];
            await _stories.SaveAsync(
                session,
                new Telling(article.Id, id, article.Publisher, article.When, article.When.AddMinutes(4), i == 0 ? 1 : 0.9 - (0.05 * i), reason),
                cancel);
        }

        var claims = Claims(lines, tellings.Select(t => (t.Article, t.Sentences)).ToList());
        var digest = new Digest(id, 1, times.Max().AddMinutes(6), tellings[0].Article.Language, head[1], claims, 0);
        if (id.Value == 1)
            await AddPastAsync(session, digest, tellings[0].Article, cancel);
        else if (claims.Count > 0)
            await _digests.SaveAsync(session, digest, cancel);
        _placements.Add(new Placement(id, Enum.Parse<Section>(head[0]), _placements.Count, publishers));
    }

    // The first story has been written twice: two sentences came in when its first publisher took one back.
    private async Task AddPastAsync(ArchiveSession session, Digest digest, Article corrected, CancellationToken cancel)
    {
        var before = digest.Claims.SkipLast(2).Append(new Claim(TakenOut, 0, [digest.Claims[0].Citations[0]])).ToList();
        await _digests.SaveAsync(session, digest with { Claims = before, Written = digest.Written.AddHours(-5) }, cancel);
        await _digests.SaveAsync(session, digest with { Number = 2 }, cancel, DigestCause.Correction);
        var touched = new[] { new TouchedClaim(digest.Claims[0].Text, ClaimFate.Stands), new TouchedClaim(TakenOut, ClaimFate.TakenOut) };
        var correction = new DigestCorrection(
            digest.Story, corrected.Id, corrected.PublisherName, RevisionOutcome.Changed, digest.Written.AddMinutes(-3), digest.Written, "Night ferries stopped", corrected.Headline, touched);
        await new CorrectionStore().AddAsync(session, correction, cancel);
        await new CorrectionStore().CountAsync(
            session, DateOnly.FromDateTime(Made.UtcDateTime), [new GateCount(GateCount.Printed, 1412), new GateCount(nameof(CitationFault.NameMissing), 3), new GateCount(nameof(CitationFault.NumberMissing), 2)], cancel);
    }

    private async Task<(Article, List<TextSpan>, string)> AddArticleAsync(ArchiveSession session, List<string> lines, CancellationToken cancel)
    {
        var head = Fields(lines[0]);
        var publisher = await PublisherAsync(session, head[0], head[2], cancel);
        var when = DateTimeOffset.ParseExact("2024-05-" + head[1], "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var text = "";
        var sentences = new List<TextSpan>();
        foreach (var line in lines.Skip(1))
        {
            if (line.Length == 0)
            {
                text += "\n\n";
                continue;
            }

            if (text.Length > 0 && text[^1] != '\n')
                text += " ";
            sentences.Add(new TextSpan(text.Length, line.Length));
            text += line;
        }

        var article = new Article(
            new ArticleId(++_article), publisher, head[0], new Uri(Home(head[0]), $"2024/{_article}"), head[3], [], when, when.AddMinutes(2), head[2], null, null, text)
        {
            Details = PageDetails.None with { IsPartial = _article == 1 },
        };
        await _articles.AddAsync(session, article, cancel);
        await _articles.MarkFoldedAsync(session, [article.Id], cancel);
        return (article, sentences, head[4]);
    }

    private static List<Claim> Claims(string[] lines, List<(Article Article, List<TextSpan> Sentences)> tellings)
    {
        var claims = new List<Claim>();
        var paragraph = 0;
        foreach (var line in lines.Where(l => l.StartsWith('>')))
        {
            foreach (var claim in Fields(line[1..]))
            {
                var citations = claim.Split(' ').Select(c => c.Split('.').Select(n => int.Parse(n, CultureInfo.InvariantCulture) - 1).ToArray())
                    .Select(c => new Citation(tellings[c[0]].Article.Id, tellings[c[0]].Sentences[c[1]])).ToList();
                var article = tellings.First(t => t.Article.Id == citations[0].Article).Article;
                claims.Add(new Claim(citations[0].Span.Of(article.Text), paragraph, citations));
            }

            paragraph++;
        }

        return claims;
    }

    /// <summary>Each telling's lines, up to the next telling or the digest.</summary>
    private static List<List<string>> Parts(string[] lines)
    {
        var parts = new List<List<string>>();
        foreach (var line in lines.Skip(1).TakeWhile(l => !l.StartsWith('>')))
        {
            if (line.StartsWith('+'))
                parts.Add([line[1..]]);
            else if (line.Length > 0 || parts.Count > 0)
                parts[^1].Add(line);
        }

        foreach (var part in parts)
        {
            while (part[^1].Length == 0)
                part.RemoveAt(part.Count - 1);
        }

        return parts;
    }

    private async Task<PublisherId> PublisherAsync(ArchiveSession session, string name, string language, CancellationToken cancel)
    {
        if (!_publishers.TryGetValue(name, out var id))
            _publishers[name] = id = await _feeds.PublisherAsync(session, name, Home(name), language, cancel);
        return id;
    }

    private async Task AddFeedsAsync(ArchiveSession session, CancellationToken cancel)
    {
        foreach (var (name, publisher) in _publishers)
            await AddFeedAsync(session, publisher, new FeedListing(name, null, null, new Uri(Home(name), "feed.xml"), "Latest", null), cancel);
        await AddFeedAsync(
            session, _publishers["The Meridian"], new FeedListing("The Meridian", null, null, new Uri(Home("The Meridian"), "world.xml"), "World", "World"), cancel);
        var number = 0;
        foreach (var feed in (await _feeds.StatusAsync(session, null, Made, cancel)).Select(s => s.Feed))
        {
            number++;
            var health = number switch
            {
                2 => new FeedHealth(Made.AddMinutes(-9), Made.AddHours(-7), Made.AddHours(2), 4, "the server answered 503 (Service Unavailable)", false),
                5 => new FeedHealth(Made.AddHours(-1), Made.AddDays(-1), Made.AddHours(5), 9, "the answer is a web page, not a feed: <html> where RSS, Atom or JSON was expected", false),
                7 => new FeedHealth(Made.AddDays(-1), Made.AddDays(-2), Made, 1, null, true),
                9 => feed.Health,
                _ => new FeedHealth(Made.AddMinutes(-number), Made.AddMinutes(-number), Made.AddMinutes(20 + number), 0, null, false),
            };
            await _feeds.SaveAsync(session, feed with { Health = health }, cancel);
            var items = Enumerable.Range(1, 3 + number).Select(i => new FeedItem($"{number}-{i}", new Uri(feed.Address, $"item/{i}"), $"Item {i}", null, null, null, Made.AddHours(-i)));
            await _feeds.AddEntriesAsync(session, feed.Id, items, Made, cancel);
        }

        var waiting = await _feeds.WaitingAsync(session, Made, 1000, cancel);
        foreach (var entry in waiting.Where((_, i) => i % 7 != 0))
        {
            var refused = entry.Id.Value % 11 == 0;
            await _feeds.MarkEntryAsync(session, entry.Id, refused ? EntryState.Refused : EntryState.Read, refused ? "the page holds no article text" : null, Made, cancel);
        }
    }

    private Task<bool> AddFeedAsync(ArchiveSession session, PublisherId publisher, FeedListing listing, CancellationToken cancel) =>
        _feeds.AddAsync(session, publisher, listing, Made.AddDays(-3), Made.AddDays(-3), cancel);

    private static Uri Home(string publisher) =>
        new($"https://{string.Concat(publisher.ToLowerInvariant().Where(char.IsAsciiLetter))}.example/");

    private static string[] Fields(string line) => line.Split('|', StringSplitOptions.TrimEntries);
}
