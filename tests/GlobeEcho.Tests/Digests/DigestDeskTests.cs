using GlobeEcho.Newsroom.Digests;

namespace GlobeEcho.Tests.Digests;

public sealed class DigestDeskTests : IDisposable
{
    private const string Sinking = "The ferry Alba sank off Porto Vero on Sunday after a wave broke its bow door.";
    private const string Missing = "Three people were missing on Monday after the passenger ferry Alba went down near Porto Vero.";

    private readonly TemporaryStories _stories = new();

    public void Dispose() => _stories.Dispose();

    [Fact]
    public async Task Every_unwritten_story_gets_its_digest_once()
    {
        var cancel = TestContext.Current.CancellationToken;
        var ferry = await _stories.TellAsync(TemporaryStories.Start, "Ferry Alba sinks", Sinking, Missing);
        var wells = await _stories.TellAsync(TemporaryStories.Start, "Wells run dry", "Forty wells in the Noor valley have run dry since the first week of May.");

        var first = await _stories.Digests().WriteAsync(null, cancel);
        var second = await _stories.Digests().WriteAsync(null, cancel);

        Assert.Equal(new WriteReport(2, 3, 0, 0), first);
        Assert.Equal(new WriteReport(0, 0, 0, 0), second);
        var digests = await _stories.Digests().FindAsync([ferry.Id, wells.Id], cancel);
        Assert.Equal([Sinking, Missing], digests[ferry.Id].Claims.Select(c => c.Text).Order(StringComparer.Ordinal));
        Assert.Equal("en", digests[wells.Id].Language);
        Assert.Equal(TemporaryStories.Start, digests[wells.Id].Written);
    }

    [Fact]
    public async Task Claims_saved_are_what_stands_at_their_citations()
    {
        var cancel = TestContext.Current.CancellationToken;
        var ferry = await _stories.TellAsync(TemporaryStories.Start, "Ferry Alba sinks", "PORTO VERO, May 24 (Agency) - " + Sinking, Missing);
        await _stories.Digests().WriteAsync(null, cancel);

        var digest = (await _stories.Digests().FindAsync([ferry.Id], cancel))[ferry.Id];

        foreach (var claim in digest.Claims)
        {
            var article = (await _stories.Articles.FindAsync([claim.Citations[0].Article], cancel)).Single();
            Assert.Equal(claim.Text, claim.Citations[0].Span.Of(article.Text));
        }

        Assert.Contains(digest.Claims, c => c.Text == Sinking);
    }

    [Fact]
    public async Task Story_that_grows_is_written_again()
    {
        var cancel = TestContext.Current.CancellationToken;
        var ferry = await _stories.TellAsync(TemporaryStories.Start, "Ferry Alba sinks", Sinking);
        await _stories.Digests().WriteAsync(null, cancel);
        var grown = await _stories.TellMoreAsync(ferry, TemporaryStories.Start.AddHours(1), Missing);

        var report = await _stories.Digests().WriteAsync(null, cancel);

        Assert.Equal(1, report.Stories);
        var digest = (await _stories.Digests().FindAsync([ferry.Id], cancel))[ferry.Id];
        Assert.Equal((grown.Version, 2), (digest.StoryVersion, digest.Claims.Count));
    }

    [Fact]
    public async Task Story_without_a_printable_sentence_keeps_an_empty_digest_and_is_not_tried_again()
    {
        var cancel = TestContext.Current.CancellationToken;
        var story = await _stories.TellAsync(TemporaryStories.Start, "Ferry Alba sinks", "Click here.");

        Assert.Equal(new WriteReport(1, 0, 0, 1), await _stories.Digests().WriteAsync(null, cancel));
        Assert.Equal(0, (await _stories.Digests().WriteAsync(null, cancel)).Stories);
        var digest = (await _stories.Digests().FindAsync([story.Id], cancel))[story.Id];
        Assert.Equal(("Ferry Alba sinks", 0), (digest.Headline, digest.Claims.Count));
    }

    [Fact]
    public async Task More_stories_than_a_batch_are_all_written_and_the_progress_says_how_many()
    {
        for (var i = 0; i < 5; i++)
            await _stories.TellAsync(TemporaryStories.Start, $"Well {i} runs dry", $"Well number {i} in the Noor valley has run dry since the first week of May.");
        var told = new Steps();

        var report = await _stories.Digests(new DigestsOptions { Batch = 2 }).WriteAsync(told, TestContext.Current.CancellationToken);

        Assert.Equal((5, 5), (report.Stories, report.Claims));
        Assert.Equal([2, 4, 5], told.Done);
    }

    [Fact]
    public async Task Huge_story_is_written_from_every_publishers_nearest_tellings()
    {
        var texts = Enumerable.Range(0, 12).Select(i => $"The ferry Alba sank off Porto Vero on Sunday, witness number {i} told the harbour office.").ToArray();
        var story = await _stories.TellAsync(TemporaryStories.Start, "Ferry Alba sinks", texts);

        await _stories.Digests(new DigestsOptions { MostTellings = 3 }).WriteAsync(null, TestContext.Current.CancellationToken);

        var digest = (await _stories.Digests().FindAsync([story.Id], TestContext.Current.CancellationToken))[story.Id];
        Assert.InRange(digest.Claims.SelectMany(c => c.Citations).Select(c => c.Article).Distinct().Count(), 1, 3);
    }

    private sealed class Steps : IProgress<(int Done, int Total)>
    {
        public List<int> Done { get; } = [];

        public void Report((int Done, int Total) value) => Done.Add(value.Done);
    }
}
