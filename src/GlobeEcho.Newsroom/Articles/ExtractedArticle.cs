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

    /// <summary>What the page calls the site; null when it does not say.</summary>
    public string? Publisher { get; init; }

    /// <summary>In the page's order, at most twenty.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>What stands under the page's first picture; null when nothing does.</summary>
    public string? LeadImageCaption { get; init; }

    /// <summary>Who took it or owns it, as the page says.</summary>
    public string? LeadImageCredit { get; init; }

    /// <summary>The place the report opens with ("MINSK, Belarus"); null when it opens with none.</summary>
    public string? Dateline => Datelines.PlaceOf(Text);
}
