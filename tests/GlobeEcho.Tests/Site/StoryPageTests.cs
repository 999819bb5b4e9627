using System.Net;
using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Tests.Site;

public sealed class StoryPageTests(FilledSite site) : IClassFixture<FilledSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_sentence_opens_the_exact_words_it_rests_on()
    {
        var html = await site.Http.GetStringAsync("/story/1", Cancel);

        var sentences = Regex.Matches(html, "<span id=\"s(\\d+)\"[^>]*>([^<]+)</span>");
        Assert.Equal(15, sentences.Count);
        foreach (Match sentence in sentences)
        {
            var number = sentence.Groups[1].Value;
            Assert.Contains($"popovertarget=\"o{number}\"", html, StringComparison.Ordinal);
            var opened = html[html.IndexOf($"id=\"o{number}\"", StringComparison.Ordinal)..];
            // In the invented wire a sentence is its first citation, word for word.
            Assert.Contains($"<mark>{sentence.Groups[2].Value}</mark>", opened[..opened.IndexOf("</blockquote>", StringComparison.Ordinal)], StringComparison.Ordinal);
            Assert.Contains($"<li id=\"c{number}\">", html, StringComparison.Ordinal);
        }

        Assert.All(Regex.Matches(html, "<a href=\"https://[^>]*>").Select(m => m.Value), a => Assert.Contains("rel=\"noopener nofollow\"", a, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Foreign_words_are_marked_with_their_language()
    {
        var html = await site.Http.GetStringAsync("/story/2", Cancel);

        Assert.Matches("<span id=\"s\\d+\" class=\"said\" lang=\"fr\"", html);
        Assert.Matches("<blockquote [^>]*lang=\"fr\"", html);
        Assert.DoesNotContain("lang=\"en\" ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Telling_that_is_for_those_who_pay_says_so() =>
        Assert.Single(Regex.Matches(await site.Host.ReadAsync("/story/1", Cancel), "only its opening is free to read"));

    [Fact]
    public async Task Story_without_digest_shows_its_tellings()
    {
        var html = await site.Http.GetStringAsync("/story/9", Cancel);

        Assert.Contains("This story is not condensed yet", html, StringComparison.Ordinal);
        Assert.Contains("https://lowlandpost.example/2024/", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_visit_shows_the_tellings_that_came_since()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel);
        using var first = await host.Http.GetAsync("/story/1", Cancel);
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.Contains("path=/story/1", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("since your last visit", await first.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        host.Clock.Move(TimeSpan.FromMinutes(30));
        await SampleArchive.AddTellingAsync(host.Archive, host.Clock.GetUtcNow(), Cancel);
        host.Clock.Move(TimeSpan.FromMinutes(5));
        var html = await VisitAsync(host, cookie.Split(';')[0]);

        Assert.Matches("<b>1\u00A0telling</b>\\s*since your last visit,\\s*<time[^>]*>18:45</time>", html);
        Assert.Matches("class=\"telling new\">[^§]*?Late boat adds a sailing", html);
        Assert.Single(Regex.Matches(html, "class=\"telling new\""));
    }

    [Fact]
    public async Task Cookie_that_makes_no_sense_is_a_first_visit()
    {
        foreach (var cookie in (string[])["seen=yesterday", "seen=99999999999999", "seen=-5", "seen="])
            Assert.DoesNotContain("since your last visit", await VisitAsync(site.Host, cookie), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merged_story_leads_to_the_one_that_holds_its_tellings()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel);
        await using (var session = await host.Archive.WriteAsync(Cancel))
        {
            await new StoryStore().MergeAsync(session, new StoryId(6), new StoryId(2), Cancel);
            await session.CommitAsync(Cancel);
        }

        using var answer = await host.Http.GetAsync("/story/6", Cancel);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/story/2", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/", Cancel)).StatusCode);
    }

    private static async Task<string> VisitAsync(SiteHost host, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/story/1");
        request.Headers.Add("Cookie", cookie);
        using var answer = await host.Http.SendAsync(request, Cancel);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
