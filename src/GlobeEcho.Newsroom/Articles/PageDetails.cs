namespace GlobeEcho.Newsroom.Articles;

/// <summary>What a page says of its article that the paper does not work with and may show.</summary>
/// <param name="UtcOffset">Of the page's own dates; null where it gives none, or UTC.</param>
/// <param name="Modified">UTC; null when the page does not say.</param>
/// <param name="Canonical">The address the page calls its own; it may be on another host.</param>
/// <param name="Keywords">In the page's order, at most twenty.</param>
/// <param name="Caption">What stands under the page's first picture.</param>
/// <param name="Credit">Who took it or owns it, as the page says.</param>
/// <param name="Dateline">The place the report opens with ("MINSK, Belarus").</param>
/// <param name="IsPartial">The page says that the rest of the text is for those who pay or log in.</param>
public sealed record PageDetails(
    TimeSpan? UtcOffset, DateTimeOffset? Modified, Uri? Canonical, IReadOnlyList<string> Keywords, string? Caption, string? Credit, string? Dateline, bool IsPartial)
{
    /// <summary>Of an article whose page said nothing, or was read before the paper kept it.</summary>
    public static PageDetails None { get; } = new(null, null, null, [], null, null, null, false);

    public static PageDetails Of(ExtractedArticle article) => new(
        article.Published?.Offset is { Ticks: not 0 } offset ? offset : null,
        article.Modified?.ToUniversalTime(),
        article.Canonical,
        article.Keywords,
        article.LeadImageCaption,
        article.LeadImageCredit,
        article.Dateline,
        article.IsPartial);
}
