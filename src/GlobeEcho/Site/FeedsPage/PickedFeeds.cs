using System.Globalization;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Site.FeedsPage;

/// <summary>The feeds an operator picked of a preview, read from its form.</summary>
public static class PickedFeeds
{
    public const int LongestName = 200;

    // As many as a site's page may name, and one at a usual place.
    private const int Most = 20;

    // What no address exceeds that works everywhere.
    private const int LongestAddress = 2000;

    /// <summary>Several picked together are one publisher's. Empty when none was picked that makes sense.</summary>
    public static IReadOnlyList<FeedListing> Of(IFormCollection form)
    {
        var (publisher, section) = (Text(form["publisher"]), Text(form["section"]));
        var listings = new List<FeedListing>();
        foreach (var pick in form["pick"].OfType<string>().Distinct(StringComparer.Ordinal).Take(Most))
        {
            if (!int.TryParse(pick, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || Address(form[$"address{number}"]) is not { } address)
                continue;
            var title = Text(form[$"title{number}"]) ?? address.Host;
            var language = form[$"language{number}"].ToString();
            listings.Add(new FeedListing(
                publisher ?? listings.FirstOrDefault()?.PublisherName ?? title,
                Address(form[$"home{number}"]),
                language.Length is > 0 and < 20 && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? language : null,
                address,
                title,
                section));
        }

        return listings.DistinctBy(l => l.Address).ToList();
    }

    /// <summary>What an operator typed as the address of a feed or a site: a name alone is one too. Null when it is none.</summary>
    public static Uri? Typed(string? text)
    {
        var typed = text?.Trim() ?? "";
        return typed.Length == 0 ? null : Address(typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed);
    }

    private static Uri? Address(string? text) =>
        text is { Length: <= LongestAddress } && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : null;

    private static string? Text(string? text)
    {
        var kept = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return kept.Length == 0 ? null : kept.Length > LongestName ? kept[..LongestName] : kept;
    }
}
