using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Site.Briefs;
using GlobeEcho.Site.Weather;

namespace GlobeEcho.Site.StoryPage;

/// <summary>All that a story's page prints.</summary>
/// <param name="Section">Where the story stands in the newest edition; null when it stands nowhere in it.</param>
/// <param name="Voices">In the order they came in; a voice's number is its place, counted from 1.</param>
/// <param name="LastVisit">When this reader saw the page last; null on a first visit.</param>
/// <param name="Others">What else the edition prints, of the same section first.</param>
/// <param name="Weather">Of the place it happens in; null when that is not plain, or the story stands in no edition any more.</param>
public sealed record StoryPageContent(
    Story Story,
    Section? Section,
    IReadOnlyList<Voice> Voices,
    PrintedDigest Digest,
    DateTimeOffset? Written,
    DateTimeOffset? LastVisit,
    DateTimeOffset? Made,
    IReadOnlyList<StoryBrief> Others,
    PlaceNow? Weather,
    StoryLife Life)
{
    public DigestPast Past { get; init; } = DigestPast.None;

    /// <summary>The sentence under the headline and the article's, in order.</summary>
    public IEnumerable<Sentence> Sentences => Digest.Paragraphs.SelectMany(p => p).Prepend(Digest.Standfirst).OfType<Sentence>();

    public IEnumerable<ToldArticle> Tellings => Voices.SelectMany(v => v.Tellings);

    public int NewSentences => Sentences.Count(s => s.IsNew);

    public int NewTellings => Tellings.Count(t => t.IsNew);
}
