using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Tests.Digests;

/// <summary>What a stored digest knows of who tells a thing independently, where they differ and who is quoted.</summary>
public sealed class VoicesInDigestTests : IDisposable
{
    private readonly TemporaryStories _stories = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _stories.Dispose();

    [Fact]
    public async Task Copy_of_a_text_corroborates_nothing_of_it()
    {
        var digest = await WriteAsync();
        var tellings = await _stories.Stories.TellingsAsync([digest.Story], Cancel);
        var voices = Voices.Of(tellings);

        Assert.Contains(digest.Printed, c => c.Text == Landslide.Killed || c.Text == Landslide.Roar);
        Assert.All(digest.Printed, c => Assert.Equal(c.Citations.Count, Corroboration.Voices(c, a => voices[a])));
        var first = tellings.Single(t => t.Published == tellings.Min(o => o.Published)).Article;
        Assert.Contains(digest.Claims, c => c.Citations[0].Article == first);
        Assert.Equal(2, tellings.Select(t => t.Article).Count(a => voices[a] == voices[tellings[0].Article]));
    }

    [Fact]
    public async Task Numbers_reports_differ_on_are_kept_with_one_teller_a_voice()
    {
        var digest = await WriteAsync();

        var found = Assert.Single(digest.Disagreements);
        Assert.Equal([(670m, 1, "Courier"), (100m, 1, "Herald")], found.Values.Select(v => (v.Value, v.Voices, v.Told.Single().Publisher)));
        Assert.Equal([Landslide.Later, Landslide.Killed], await SaidAsync(found.Values.Select(v => v.Told[0].Citation)));
    }

    [Fact]
    public async Task Quotation_that_is_printed_keeps_its_speaker()
    {
        var digest = await WriteAsync();

        var quote = Assert.Single(digest.Quotes);
        Assert.Equal("Ana Moll", quote.Speaker);
        Assert.Equal([Landslide.Roar], await SaidAsync([new Citation(quote.Article, quote.Sentence)]));
    }

    [Fact]
    public async Task Sentence_under_the_headline_is_cited_kept_with_every_version_and_told_by_no_claim()
    {
        var digest = await WriteAsync();

        Assert.NotNull(digest.Standfirst);
        Assert.Equal([digest.Standfirst.Text], await SaidAsync([digest.Standfirst.Citations[0]]));
        Assert.DoesNotContain(digest.Claims, c => c.Text == digest.Standfirst.Text);
        var version = Assert.Single(await _stories.Digests().VersionsAsync(digest.Story, Cancel));
        Assert.Equal(digest.Standfirst.Text, version.Standfirst?.Text);
        Assert.Contains(digest.Standfirst.Text, DigestHistory.Changes([version])[0].Added);
    }

    private async Task<Digest> WriteAsync()
    {
        var story = await Landslide.TellAsync(_stories.Archive, _stories.Clock, Cancel);
        return (await _stories.Digests().FindAsync([story.Id], Cancel))[story.Id];
    }

    private async Task<IReadOnlyList<string>> SaidAsync(IEnumerable<Citation> citations)
    {
        var said = new List<string>();
        foreach (var citation in citations)
            said.Add(citation.Span.Of((await _stories.Articles.FindAsync([citation.Article], Cancel)).Single().Text));
        return said;
    }
}
