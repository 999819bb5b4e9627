using System.Net;
using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Changes;
using Microsoft.Extensions.DependencyInjection;

namespace GlobeEcho.Tests.Site;

/// <summary>A story's page as it lives: echoes, days, phase, an editor's forms, and what is new to a reader.</summary>
public sealed class StoryLifeTests : IAsyncLifetime
{
    private SiteHost _site = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private StoryDesk Desk => _site.Services.GetRequiredService<StoryDesk>();

    public async ValueTask InitializeAsync() => _site = await SiteHost.StartAsync(filled: true, Cancel);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Echo_is_folded_away_under_its_original_and_adds_no_voice()
    {
        var whole = await _site.ReadAsync("/story/1", Cancel);
        Assert.DoesNotContain("independent</span>", whole, StringComparison.Ordinal);
        await SampleArchive.AddEchoAsync(_site.Archive, Cancel);

        var html = await _site.ReadAsync("/story/1", Cancel);

        var voices = Regex.Matches(whole, "<li id=\"v\\d+\">").Count;
        Assert.Equal(voices - 1, Regex.Matches(html, "<li id=\"v\\d+\">\\s*<h3>").Count);
        Assert.Contains($"<span>{voices - 1} independent</span>", html, StringComparison.Ordinal);
        var meridian = html[html.IndexOf("<li id=\"v2\">", StringComparison.Ordinal)..];
        Assert.Matches("<details class=\"echoes\">\\s*<summary>1 publisher prints a copy", meridian[..meridian.IndexOf("<li id=\"v5\">", StringComparison.Ordinal)]);
        Assert.Matches("<li id=\"v4\">\\s*<p class=\"who\"><span class=\"voice\">4</span> Island Radio News <span class=\"kind\">exact copy", meridian);
        Assert.Contains("97\u00A0% of the shorter text stands in the longer", meridian, StringComparison.Ordinal);
        Assert.Contains("repeats another's text", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_those_of_the_papers_zone()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel, "--Site:TimeZone=Europe/Minsk");

        // 21:10 on Thursday in UTC is Friday there, as all the rest.
        Assert.DoesNotContain("day-by-day", await host.ReadAsync("/story/1", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Front_page_marks_what_came_since_the_reader_looked()
    {
        var (first, cookie) = await LookAsync("/", null);
        Assert.DoesNotContain("since you last looked", first, StringComparison.Ordinal);
        _site.Clock.Move(TimeSpan.FromMinutes(5));
        Assert.DoesNotContain("since you last looked", (await LookAsync("/", cookie)).Html, StringComparison.Ordinal);

        _site.Clock.Move(TimeSpan.FromHours(1));
        var (quiet, again) = await LookAsync("/", cookie);
        Assert.Contains("Nothing new on this page since you last looked", quiet, StringComparison.Ordinal);
        await SampleArchive.AddTellingAsync(_site.Archive, _site.Clock.GetUtcNow(), Cancel);

        Assert.Matches("<b>1\u00A0new telling of 1\u00A0other</b>\\s*since you last looked,", (await LookAsync("/", again)).Html);
        Assert.Contains("<span class=\"fresh-mark\">1\u00A0new</span>", (await LookAsync("/", again)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_a_browser_keeps_is_sent_again_when_something_is_new_to_the_reader()
    {
        using var first = await _site.Http.GetAsync("/", Cancel);
        var (cookie, tag) = (Cookie(first), first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(cookie, tag));

        _site.Clock.Move(TimeSpan.FromMinutes(30));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(cookie, tag));
    }

    [Fact]
    public async Task Cookie_that_was_touched_or_is_anothers_is_a_first_visit()
    {
        var (_, cookie) = await LookAsync("/story/1", null);
        _site.Clock.Move(TimeSpan.FromHours(1));
        Assert.Contains("since your last visit", (await LookAsync("/story/1", cookie)).Html, StringComparison.Ordinal);

        var touched = cookie![..^4] + (cookie.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");
        Assert.DoesNotContain("since your last visit", (await LookAsync("/story/1", touched)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("since your last visit", (await LookAsync("/story/2", cookie)).Html, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\d{9}", cookie);
    }

    [Fact]
    public async Task Form_splits_a_telling_off_and_undo_leads_back()
    {
        using var split = await _site.PostAsync("/story/1/split", ("article", "4"), ("why", "another boat"));
        Assert.Equal(HttpStatusCode.SeeOther, split.StatusCode);
        var address = split.Headers.Location!.OriginalString;
        Assert.Matches("^/story/\\d+\\?said=split$", address);
        var page = await _site.ReadAsync(address, Cancel);
        Assert.Contains("The tellings you picked are a story of their own now", page, StringComparison.Ordinal);
        Assert.Contains("Another boat.", page, StringComparison.Ordinal);
        Assert.Contains("First boat leaves Port Alder to applause", page, StringComparison.Ordinal);

        var change = Assert.Single(await Desk.ChangesAsync(new StoryId(1), 5, Cancel));
        using var undo = await _site.PostAsync(address.Split('?')[0] + "/undo", ("change", change.Id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal("/story/1?said=undone", undo.Headers.Location!.OriginalString);
        using var old = await _site.Http.GetAsync(address, Cancel);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/story/1"), (old.StatusCode, old.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Form_moves_and_merges_by_number_or_address()
    {
        using var move = await _site.PostAsync("/story/1/move", ("article", "4"), ("into", "https://paper.example/story/2"));
        Assert.Equal("/story/2?said=moved", move.Headers.Location!.OriginalString);

        using var merge = await _site.PostAsync("/story/3/merge", ("into", "2"));
        Assert.Equal("/story/2?said=merged", merge.Headers.Location!.OriginalString);
        using var old = await _site.Http.GetAsync("/story/3", Cancel);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/story/2"), (old.StatusCode, old.Headers.Location!.OriginalString));
        Assert.Equal([ChangeKind.Merge, ChangeKind.Move], (await Desk.ChangesAsync(new StoryId(2), 5, Cancel)).Select(c => c.Kind));
    }

    [Fact]
    public async Task Front_page_and_feed_print_the_story_an_editor_merged_the_placed_one_into()
    {
        var into = await SampleArchive.AddCountryStoryAsync(_site.Archive, "Late ledger of the strait", "The ledger of the strait was closed.", Cancel);
        using var merge = await _site.PostAsync("/story/1/merge", ("into", into.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.SeeOther, merge.StatusCode);

        foreach (var page in (string[])["/", "/feed.xml"])
        {
            var html = await _site.ReadAsync(page, Cancel);
            Assert.Contains($"/story/{into.Value}", html, StringComparison.Ordinal);
            Assert.DoesNotMatch("/story/1[\"<]", html);
        }
    }

    private async Task<(string Html, string? Cookie)> LookAsync(string path, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        using var answer = await _site.Http.SendAsync(request, Cancel);
        return (WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)), Cookie(answer) ?? cookie);
    }

    private async Task<HttpStatusCode> StatusAsync(string? cookie, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("If-None-Match", tag);
        using var answer = await _site.Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private static string? Cookie(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.First().Split(';')[0] : null;
}
