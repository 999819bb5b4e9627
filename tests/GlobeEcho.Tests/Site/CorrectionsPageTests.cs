using System.Net;
using System.Xml.Linq;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Site.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace GlobeEcho.Tests.Site;

public sealed class CorrectionsPageTests(FilledSite site) : IClassFixture<FilledSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_says_what_changed_when_and_which_sentences_followed()
    {
        var html = await site.Host.ReadAsync("/corrections", Cancel);

        Assert.Contains("changed its report; of 2 sentences that rested on it, 1 was taken out.", html, StringComparison.Ordinal);
        Assert.Contains($"<del>{SampleArchive.TakenOut}</del>", html, StringComparison.Ordinal);
        Assert.Contains("Its headline was “Night ferries stopped”", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/story/1\"", html, StringComparison.Ordinal);
        Assert.Contains("1,417 sentences were checked and 1,412 passed", html, StringComparison.Ordinal);
        Assert.Contains("a name does not stand in the cited words", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reason_of_the_gate_has_words_of_its_own()
    {
        var words = Enum.GetNames<CitationFault>().Select(CorrectionWords.Refusal).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.DoesNotContain(Enum.GetNames<CitationFault>().Zip(words), f => string.Equals(f.First, f.Second.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Corrections_come_as_a_feed()
    {
        var channel = XDocument.Parse(await site.Http.GetStringAsync("/corrections/feed.xml", Cancel)).Root!.Element("channel")!;

        var item = Assert.Single(channel.Elements("item"));
        Assert.StartsWith("Correction: ", item.Element("title")!.Value, StringComparison.Ordinal);
        Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
        Assert.EndsWith("/story/1", item.Element("link")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_shows_what_was_added_what_stands_and_its_versions()
    {
        var html = await site.Host.ReadAsync("/story/1", Cancel);

        Assert.Equal(2, html.Split("<span class=\"note-mark\">\u00A0added <time").Length - 1);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(html, "\u00A0checked <time"));
        Assert.Contains("How this article changed: 2\u00A0versions", html, StringComparison.Ordinal);
        Assert.Contains($"<del>{SampleArchive.TakenOut}</del>", html, StringComparison.Ordinal);
        Assert.Contains("2\u00A0sentences added, 1 taken out, after a publisher's correction", html, StringComparison.Ordinal);
        Assert.DoesNotContain("How this article changed", await site.Host.ReadAsync("/story/2", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correction_of_a_muted_publisher_is_not_told()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel);
        var feeds = host.Services.GetRequiredService<FeedDesk>();
        foreach (var publisher in (await feeds.StatusAsync(Cancel)).Select(f => f.Feed.Publisher.Id).Distinct())
            await feeds.MuteAsync(publisher, true, Cancel);

        Assert.Contains("Nothing printed has had to be corrected so far.", await host.ReadAsync("/corrections", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_without_a_correction_says_so()
    {
        await using var host = await SiteHost.StartAsync(filled: false, Cancel);

        using var answer = await host.Http.GetAsync("/corrections", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("None was refused", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
