namespace GlobeEcho.Newsroom.Articles;

/// <summary>What a page says as an article.</summary>
/// <param name="Headline">Without the site's name; empty when the page names none.</param>
/// <param name="Byline">Names of people, in the page's order; empty when unsigned.</param>
/// <param name="Published">With the offset the page gives, so that its own day can be told; UTC where it gives none. Midnight where it names a day only.</param>
/// <param name="Modified">As <paramref name="Published"/>.</param>
/// <param name="Language">ISO 639-1, lower case; the text's own where it is clear, else what the page declares.</param>
/// <param name="Canonical">The address the page calls its own; it may be on another host.</param>
/// <param name="Kind">What the page is; an article, or what it was taken for instead.</param>
/// <param name="IsPartial">The page says that the rest of the text is for those who pay or log in.</param>
public sealed record ExtractedArticle(
    string Headline,
    IReadOnlyList<string> Byline,
    DateTimeOffset? Published,
    DateTimeOffset? Modified,
    string? Language,
    Uri? LeadImage,
    string? Section,
    Uri? Canonical,
    PageKind Kind,
    bool IsPartial,
    ArticleBody Body)
{
    /// <summary>Plain text, paragraphs divided by one empty line ("\n\n").</summary>
    public string Text => Body.Text;
}
