using System.Diagnostics.Metrics;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Tests.Feeds;

namespace GlobeEcho.Tests.Digests;

public sealed class CorrectedDigestTests : IAsyncLifetime
{
    private const string Sank = "The passenger ferry Alba sank off Porto Vero on Sunday morning after a wave broke its bow door in a storm.";
    private const string Lost = "Passenger ferry Alba sank off Porto Vero on Sunday after its bow door was broken by a wave during a storm.";
    private const string Forty = "Coastguards in Porto Vero said forty people were lifted from the water by two helicopters before noon on Sunday.";
    private const string Four = "Coastguards in Porto Vero said four people were lifted from the water by two helicopters before noon on Sunday.";
    private const string Built = "The Alba was built in 1987 and carried mail and passengers between the islands and the port for three decades.";
    private const string Inquiry = "The transport ministry opened an inquiry into the sinking of the ferry Alba and named a retired judge to lead it.";
    private const string Divers = "Divers reached the wreck of the ferry Alba off Porto Vero on Monday and found its bow door torn from both hinges.";

    private NewsroomFloor _floor = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _floor = await NewsroomFloor.OpenAsync();
        await _floor.TellAsync("Herald", "Ferry Alba sinks off Porto Vero", Sank, Forty, Built);
        await _floor.TellAsync("Courier", "Ferry Alba sinks: inquiry opened", Lost, Inquiry);
        await _floor.PassAsync();
    }

    public ValueTask DisposeAsync() => _floor.DisposeAsync();

    [Fact]
    public async Task Sentence_a_publisher_corrected_is_replaced_in_the_next_pass()
    {
        Assert.Contains(Forty, await TextsAsync());

        await _floor.TellAsync("Herald", "Ferry Alba sinks off Porto Vero", Sank, Four, Built);
        await _floor.ListAsync("Herald", lead: "Corrected: four people were rescued.");
        await _floor.PassAsync();

        var digest = await _floor.DigestAsync();
        Assert.DoesNotContain(Forty, digest.Claims.Select(c => c.Text));
        Assert.Contains(Four, digest.Claims.Select(c => c.Text));
        Assert.Equal(2, digest.Number);
        Assert.Equal([DigestCause.First, DigestCause.Correction], (await _floor.VersionsAsync()).Select(v => v.Cause));
        var correction = Assert.Single(await _floor.Digests.CorrectionsAsync(null, 10, Cancel));
        Assert.Equal(("Herald", RevisionOutcome.Changed, FeedRoom.Noon.AddHours(7)), (correction.Publisher, correction.Outcome, correction.Noticed));
        Assert.Contains(new TouchedClaim(Forty, ClaimFate.TakenOut), correction.Claims);
        Assert.Contains(correction.Claims, c => c.Fate == ClaimFate.Stands);
        Assert.Equal([correction.Written], (await _floor.Digests.CorrectionsAsync(digest.Story, 10, Cancel)).Select(c => c.Written));
    }

    [Fact]
    public async Task Corrected_text_is_a_telling_of_its_own_and_citations_still_stand_in_the_text_they_count_in()
    {
        await _floor.TellAsync("Herald", "Ferry Alba sinks off Porto Vero", Sank, Four, Built);
        await _floor.ListAsync("Herald", lead: "Corrected: four people were rescued.");
        await _floor.PassAsync();

        var story = await _floor.StoryAsync();
        Assert.Equal((3, 2), (story.TellingCount, story.PublisherCount));
        var digest = await _floor.DigestAsync();
        var texts = (await _floor.Articles.FindAsync(digest.Claims.SelectMany(c => c.Citations).Select(c => c.Article).Distinct().ToList(), Cancel)).ToDictionary(a => a.Id);
        Assert.All(digest.Claims, c => Assert.Equal(c.Text, c.Citations[0].Span.Of(texts[c.Citations[0].Article].Text)));
        Assert.DoesNotContain(texts.Values, a => a.Text.Contains(Forty, StringComparison.Ordinal));
        var told = await _floor.Articles.FindAsync((await _floor.Stories.TellingsAsync([story.Id], Cancel)).Select(t => t.Article).ToList(), Cancel);
        var marked = Assert.Single(await _floor.Articles.CorrectionsAsync(told, Cancel));
        Assert.Contains(Forty, told.Single(a => a.Id == marked.Key).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_withdrawn_article_alone_said_is_no_longer_printed()
    {
        _floor.Wire.Status("/Herald/page", 410);
        await _floor.ListAsync("Herald", lead: "This report is under review.");
        await _floor.PassAsync();

        var texts = await TextsAsync();
        Assert.NotEmpty(texts);
        Assert.DoesNotContain(Forty, texts);
        Assert.DoesNotContain(Built, texts);
        var correction = Assert.Single(await _floor.Digests.CorrectionsAsync(null, 10, Cancel));
        Assert.Equal(RevisionOutcome.Withdrawn, correction.Outcome);
        Assert.True(correction.TakenOut >= 1);
    }

    [Fact]
    public async Task Headline_that_says_the_report_is_withdrawn_withdraws_it_from_digest_and_story()
    {
        await _floor.ListAsync("Herald", title: "WITHDRAWN: Ferry Alba sinks off Porto Vero");
        await _floor.PassAsync();

        Assert.DoesNotContain(Forty, await TextsAsync());
        Assert.Equal("Ferry Alba sinks: inquiry opened", (await _floor.DigestAsync()).Headline);
        Assert.Equal("Ferry Alba sinks: inquiry opened", (await _floor.StoryAsync()).Headline);
    }

    [Fact]
    public async Task Story_whose_only_telling_is_withdrawn_keeps_no_sentence()
    {
        await _floor.ListAsync("Courier", title: "Retracted: inquiry opened");
        await _floor.ListAsync("Herald", title: "Retracted - Ferry Alba sinks");
        await _floor.PassAsync();

        Assert.Empty(await TextsAsync());
        Assert.Equal(2, (await _floor.Digests.CorrectionsAsync(null, 10, Cancel)).Count);
    }

    [Fact]
    public async Task New_headline_over_the_same_text_changes_no_word_and_makes_no_version()
    {
        var before = await _floor.DigestAsync();

        await _floor.ListAsync("Herald", title: "Island ferry Alba sinks in storm");
        await _floor.PassAsync();

        var digest = await _floor.DigestAsync();
        Assert.Equal((before.Number, before.Written), (digest.Number, digest.Written));
        Assert.Empty(await _floor.Digests.CorrectionsAsync(null, 10, Cancel));
        Assert.Equal(2, _floor.Wire.Asked.Count(a => a.Path == "/Herald/page"));
    }

    [Fact]
    public async Task Changed_text_that_cannot_be_read_again_is_no_longer_cited_after_the_last_try()
    {
        _floor.Wire.Status("/Herald/page", 503);
        await _floor.ListAsync("Herald", lead: "The number of rescued people has been corrected.");
        for (var pass = 0; pass < 3; pass++)
        {
            await _floor.PassAsync();
            Assert.Contains(Forty, await TextsAsync());
        }

        await _floor.PassAsync();

        Assert.DoesNotContain(Forty, await TextsAsync());
        Assert.Equal(RevisionOutcome.Lost, Assert.Single(await _floor.Digests.CorrectionsAsync(null, 10, Cancel)).Outcome);
        Assert.Equal(5, _floor.Wire.Asked.Count(a => a.Path == "/Herald/page"));
    }

    [Fact]
    public async Task Second_correction_is_compared_with_the_first()
    {
        await _floor.TellAsync("Herald", "Ferry Alba sinks off Porto Vero", Sank, Four, Built);
        await _floor.ListAsync("Herald", lead: "Corrected: four people were rescued.");
        await _floor.PassAsync();

        _floor.Wire.Status("/Herald/page", 410);
        await _floor.ListAsync("Herald", lead: "Withdrawn.");
        await _floor.PassAsync();

        var texts = await TextsAsync();
        Assert.DoesNotContain(Forty, texts);
        Assert.DoesNotContain(Four, texts);
        Assert.Equal([RevisionOutcome.Withdrawn, RevisionOutcome.Changed], (await _floor.Digests.CorrectionsAsync(null, 10, Cancel)).Select(c => c.Outcome));
    }

    [Fact]
    public async Task Story_that_grows_keeps_its_versions_and_says_what_was_added()
    {
        await _floor.TellAsync("Gazette", "Divers reach the wreck of the ferry Alba", Divers, Lost);
        await _floor.PassAsync();

        var versions = await _floor.VersionsAsync();
        Assert.Equal([DigestCause.First, DigestCause.Story], versions.Select(v => v.Cause));
        var change = DigestHistory.Changes(versions)[1];
        Assert.Contains(Divers, change.Added);
        Assert.DoesNotContain(Sank, change.Added);
        var added = DigestHistory.Added(versions);
        Assert.Equal(FeedRoom.Noon.AddHours(7), added[Divers]);
        Assert.DoesNotContain(Sank, added.Keys);
        var at = await _floor.Digests.AtAsync([versions[0].Story], FeedRoom.Noon.AddHours(1), Cancel);
        Assert.Equal(1, at.Values.Single().Number);
    }

    [Fact]
    public async Task Pass_without_news_writes_nothing()
    {
        var report = await _floor.PassAsync();

        Assert.Equal(new WriteReport(0, 0, 0, 0), report.Written);
        Assert.Single(await _floor.VersionsAsync());
    }

    [Fact]
    public async Task Past_edition_shows_corrections_made_since()
    {
        var first = (await _floor.DigestAsync()).Written;
        await _floor.TellAsync("Herald", "Ferry Alba sinks off Porto Vero", Sank, Four, Built);
        await _floor.ListAsync("Herald", lead: "Corrected: four people were rescued.");
        await _floor.PassAsync();

        var at = (await _floor.Digests.AtAsync([(await _floor.StoryAsync()).Id], first, Cancel)).Values.Single();

        Assert.DoesNotContain(Forty, at.Claims.Select(c => c.Text));
    }

    [Fact]
    public async Task Gate_and_corrections_are_counted_on_the_meter_and_in_the_archive()
    {
        var counted = new Dictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == DigestMeter.Name && ReferenceEquals(instrument.Meter, _floor.Meter.Meter))
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var key = instrument.Name + (tags.Length > 0 ? "/" + tags[0].Value : "");
            counted[key] = counted.GetValueOrDefault(key) + value;
        });
        listener.Start();
        await _floor.TellAsync("Herald", "Ferry Alba sinks off Porto Vero", Sank, Four, Built);
        await _floor.ListAsync("Herald", lead: "Corrected: four people were rescued.");

        await _floor.PassAsync();

        Assert.True(counted["globe_echo.claims.printed"] > 0);
        Assert.True(counted["globe_echo.claims.corrected/TakenOut"] >= 1);
        var printed = Assert.Single(await _floor.Digests.GateCountsAsync(new DateOnly(2024, 5, 24), Cancel), c => c.Reason == GateCount.Printed);
        Assert.True(printed.Claims >= counted["globe_echo.claims.printed"]);
        Assert.Empty(await _floor.Digests.GateCountsAsync(new DateOnly(2024, 6, 24), Cancel));
    }

    private async Task<IReadOnlyList<string>> TextsAsync() => (await _floor.DigestAsync()).Claims.Select(c => c.Text).ToList();
}
