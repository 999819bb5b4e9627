using System.Globalization;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>
/// Reads bytes as a feed: RSS, Atom, CDF or JSON Feed, in whatever state it comes. Pure. What can be told apart in a broken document is
/// kept; nothing outside the bytes is ever loaded.
/// </summary>
public static class FeedParser
{
    /// <summary>Items that are taken from one document; the rest is left out.</summary>
    public const int MaxItems = 500;

    // Repeated items cost reading and give nothing; this many times the limit is read, and no further.
    private const int MaxRead = 4 * MaxItems;

    /// <param name="contentType">The header as it came, for its charset.</param>
    /// <param name="address">Where the bytes came from; relative addresses count from it.</param>
    /// <param name="contentLocation">The header as it came: relative addresses count from it then.</param>
    /// <param name="contentLanguage">The header as it came, for documents that name no language.</param>
    public static FeedParseResult Parse(
        ReadOnlyMemory<byte> body, string? contentType, Uri address, string? contentLocation = null, string? contentLanguage = null)
    {
        var items = new List<FeedItem>();
        var seen = new HashSet<(string, string)>();
        var reading = FeedReading.Of(body, new FeedOrigin(address, contentType, contentLocation, contentLanguage), MaxRead, part =>
        {
            if (items.Count < MaxItems && Item(part) is { } item && seen.Add((item.Guid, item.Link.AbsoluteUri)))
                items.Add(item);
        });
        var channel = reading.Channel;
        if (reading.Refusal is { } reason)
            return new FeedParseResult.NotAFeed(reason);
        if (Author(channel) is { } author && reading.Format.StartsWith("RSS", StringComparison.Ordinal) is false)
            items = items.Select(i => i.Author is null ? i with { Author = author } : i).ToList();
        return new FeedParseResult.Parsed(new FeedDocument(
            reading.Format, Plain(channel.Title) ?? "", Web(channel.Link()), channel.Language, TimeToLive(channel), items)
        {
            Charset = reading.Charset,
            Description = channel.Subtitle is { } about ? Summary(about) : null,
            Updated = channel.Updated?.Moment ?? channel.Published?.Moment,
            Image = Web(channel.Image?.Other("url") ?? channel.Other("logo") ?? channel.Other("icon")),
            Self = Web(channel.Links.FirstOrDefault(l => l.Rel == "self")?.Address),
            Hubs = channel.Links.Where(l => l.Rel == "hub").Select(l => Web(l.Address)).OfType<Uri>().Distinct().ToList(),
        });
    }

    internal static string? Language(string? said)
    {
        var tag = said?.Trim().Replace('_', '-') ?? "";
        return tag.Length is >= 2 and <= 20 && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? tag : null;
    }

    internal static bool IsHttp(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Fills what is missing from what is there: the name of the item, its title. Null without a page to read.</summary>
    private static FeedItem? Item(FeedPart part)
    {
        // The publisher's own address, where the one given only counts the visitors; the name of an Atom entry that is one.
        var link = Web(part.OriginalLink) ?? Web(part.Link()) ?? (part.IdMayBeLink && IsHttp(part.Id!) ? Web(part.IdAddress) : null);
        if (link is null)
            return null;
        var content = part.Contents.FirstOrDefault(c => !string.IsNullOrWhiteSpace(c.Value));
        var html = content is null ? null : content.IsHtml ? content.Value : JsonFeedReader.Paragraphs(content.Value);
        var summary = part.Summary is { } told ? Summary(told) : null;
        var title = Plain(part.Title) ?? "";
        if (title.Length == 0)
            title = FeedText.FirstWords(summary ?? FeedText.Plain(html, FeedText.SummaryLimit));
        if (title.Length == 0)
            title = link.Host + link.AbsolutePath;
        var published = part.Published?.Moment ?? part.Created?.Moment ?? part.Updated?.Moment;
        return new FeedItem(FeedText.Literal(part.Id) is { Length: > 0 } id ? id : link.AbsoluteUri, link, FeedText.Headline(title), summary, html, Author(part), published)
        {
            Updated = part.Updated?.Moment is { } updated && updated != published ? updated : null,
            Language = part.Language,
            Categories = Categories(part),
            LeadImage = LeadImage(part),
            Enclosures = Enclosures(part),
            Comments = Web(part.Other("comments")),
        };
    }

    private static IReadOnlyList<string> Categories(FeedPart part)
    {
        if (part.Categories.Count == 0)
            return [];
        return part.Categories.Select(c => FeedText.Plain(c.Label ?? c.Term)).Where(c => c.Length > 0).Distinct().ToList();
    }

    private static IReadOnlyList<FeedLink> Enclosures(FeedPart part)
    {
        if (!part.Links.Exists(l => l.Rel == "enclosure"))
            return [];
        return part.Links.Where(l => l.Rel == "enclosure" && Web(l.Address) is not null).ToList();
    }

    private static Uri? LeadImage(FeedPart part)
    {
        if (part.Pictures.Count == 0 && part.Links.Count < 2 && part.Image is null)
            return null;
        var pictures = part.Pictures.Where(p => p.Kind == "thumbnail" || p.Medium == "image" || p.Type?.StartsWith("image/", StringComparison.Ordinal) == true)
            .OrderByDescending(p => int.TryParse(p.Width, NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? width : 0);
        return pictures.Select(p => Web(p.Address)).FirstOrDefault(p => p is not null)
            ?? part.Links.Where(l => l.Rel == "enclosure" && l.Type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true).Select(l => Web(l.Address)).FirstOrDefault(p => p is not null)
            ?? Web(part.Image?.Other("url"));
    }

    private static string? Author(FeedPart part)
    {
        if (part.Authors.Count == 0)
            return null;
        var names = part.Authors.Select(a => FeedText.Plain(a.Name)).Where(n => n.Length > 0).Distinct().ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static string? Plain(FeedMarkup? text) => text is null ? null : text.Exact ? FeedText.Literal(text.Value) : FeedText.Plain(text.Value);

    private static string? Summary(FeedMarkup text) => text.Exact ? FeedText.LiteralSummary(text.Value) : FeedText.Summary(text.Value);

    private static TimeSpan? TimeToLive(FeedPart channel)
    {
        if (int.TryParse(channel.Other("ttl"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and < 100_000)
            return TimeSpan.FromMinutes(minutes);
        TimeSpan? period = channel.Other("sy:updateperiod")?.ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            _ => null,
        };
        var often = int.TryParse(channel.Other("sy:updatefrequency"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 10_000 ? n : 1;
        return period / often;
    }

    /// <summary>An absolute http address, or null.</summary>
    private static Uri? Web(string? text) =>
        !string.IsNullOrEmpty(text) && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0 ? address : null;
}
