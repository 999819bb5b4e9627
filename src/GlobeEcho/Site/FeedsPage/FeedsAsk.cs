using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace GlobeEcho.Site.FeedsPage;

/// <summary>What a reader wants to see of the feeds. It stands in the page's address.</summary>
/// <param name="Words">Null when none were given.</param>
/// <param name="Page">From 1.</param>
public sealed record FeedsAsk(FeedFilter Filter, string? Words, int Page)
{
    public const int LongestWords = 80;

    private const string Root = "/feeds";

    public bool IsWhole => Filter == FeedFilter.All && Words is null;

    /// <summary>What makes no sense asks for everything.</summary>
    public static FeedsAsk Of(string? state, string? words, string? page)
    {
        var filter = Enum.GetValues<FeedFilter>().FirstOrDefault(f => f.ToString().Equals(state, StringComparison.OrdinalIgnoreCase));
        var kept = string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new FeedsAsk(
            filter,
            kept.Length == 0 ? null : kept.Length > LongestWords ? kept[..LongestWords] : kept,
            int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1);
    }

    public static FeedsAsk Of(IFormCollection form) => Of(form["state"], form["q"], form["page"]);

    /// <param name="said">What has just been done, as <see cref="FeedsNotice"/> knows it.</param>
    public string Address(string? said = null)
    {
        var query = new QueryBuilder();
        if (Filter != FeedFilter.All)
            query.Add("state", Filter.ToString().ToLowerInvariant());
        if (Words is not null)
            query.Add("q", Words);
        if (Page > 1)
            query.Add("page", Page.ToString(CultureInfo.InvariantCulture));
        if (said is not null)
            query.Add("said", said);
        return Root + query.ToQueryString();
    }
}
