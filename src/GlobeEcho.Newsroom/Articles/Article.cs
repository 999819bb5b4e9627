using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>One telling's text as the paper keeps it. The text never changes: citations count its characters.</summary>
/// <param name="Published">UTC; null when neither page nor feed says.</param>
/// <param name="Arrived">When the paper read it, UTC.</param>
/// <param name="Language">ISO 639-1, lower case; null when unknown.</param>
/// <param name="Section">What the page or the feed list calls its section; null when neither says.</param>
/// <param name="Text">Plain text, paragraphs divided by one empty line ("\n\n").</param>
public sealed record Article(
    ArticleId Id,
    PublisherId Publisher,
    string PublisherName,
    Uri Address,
    string Headline,
    IReadOnlyList<string> Byline,
    DateTimeOffset? Published,
    DateTimeOffset Arrived,
    string? Language,
    Uri? LeadImage,
    string? Section,
    string Text)
{
    /// <summary>What each piece of the text was in its page, in the order of the text; paragraphs where nobody knows.</summary>
    public IReadOnlyList<BodyBlock> Blocks { get => field ??= ArticleBody.OfText(Text).Blocks; init; }

    public PageDetails Details { get; init; } = PageDetails.None;

    /// <summary>When it was published, or arrived where nobody says; never later than it arrived.</summary>
    public DateTimeOffset When => Published is { } published && published < Arrived ? published : Arrived;
}
