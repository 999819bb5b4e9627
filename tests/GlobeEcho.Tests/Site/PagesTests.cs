using System.Net;
using System.Text.RegularExpressions;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Tests.Site;

public sealed class PagesTests(FilledSite site) : IClassFixture<FilledSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/story/1", 200)]
    [InlineData("/section/europe", 200)]
    [InlineData("/section/middleeast", 200)]
    [InlineData("/search", 200)]
    [InlineData("/search?q=ferry", 200)]
    [InlineData("/feeds", 200)]
    [InlineData("/about", 200)]
    [InlineData("/weather", 200)]
    [InlineData("/markets", 200)]
    [InlineData("/nowhere", 404)]
    [InlineData("/story/4096", 404)]
    [InlineData("/story/0", 404)]
    [InlineData("/story/99999999999999999999", 404)]
    [InlineData("/section/nowhere", 404)]
    [InlineData("/section/0", 404)]
    public async Task Page_answers_in_the_papers_own_style_with_all_headers(string path, int status)
    {
        using var answer = await site.Http.GetAsync(path, Cancel);
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<!DOCTYPE html>", html.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("class=\"nameplate\"", html, StringComparison.Ordinal);
        Assert.Contains("Sample edition", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<h1[ >]"));
        Assert.Equal(PageHeaders.Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/story/1")]
    [InlineData("/section/europe")]
    [InlineData("/search?q=ferry")]
    [InlineData("/feeds")]
    [InlineData("/about")]
    public async Task Page_holds_nothing_its_policy_forbids_and_nothing_from_elsewhere(string path)
    {
        var html = await site.Http.GetStringAsync(path, Cancel);

        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<script(?! src=\"/paper/)", html);
        Assert.DoesNotMatch("<(?:script|link|img|iframe)[^>]* (?:src|href)=\"(?!/)", html);
        Assert.DoesNotContain("blazor", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" onclick=", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Hostile_headline_is_printed_as_words()
    {
        foreach (var path in (string[])["/", "/section/science", "/story/23", "/search?q=beetle"])
        {
            var html = await site.Http.GetStringAsync(path, Cancel);
            Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("script&gt;alert(", html.Replace("</mark>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Hostile_search_is_printed_as_words()
    {
        var html = await site.Http.GetStringAsync("/search?q=" + Uri.EscapeDataString("\"><script>alert(1)</script> NEAR( OR *"), Cancel);

        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("No telling in the archive holds all of these words", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_the_browser_has_is_not_sent_again()
    {
        foreach (var path in (string[])["/", "/section/europe", "/feed.xml"])
        {
            using var first = await site.Http.GetAsync(path, Cancel);
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await site.Http.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        }
    }

    [Fact]
    public async Task Section_has_one_address_whatever_its_case()
    {
        using var answer = await site.Http.GetAsync("/section/Europe", Cancel);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/section/europe", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Style_script_and_type_are_kept_for_ever_and_stay_small()
    {
        var html = await site.Http.GetStringAsync("/", Cancel);
        var paths = Regex.Matches(html, "/paper/[a-z]+\\.[0-9a-f]{12}\\.(?:css|js|woff2|svg)").Select(m => m.Value).Distinct().ToList();

        Assert.Equal(5, paths.Count);
        foreach (var path in paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.ParseAdd("gzip");
            using var answer = await site.Http.SendAsync(request, Cancel);
            var size = (await answer.Content.ReadAsByteArrayAsync(Cancel)).Length;
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString().Replace("max-age=31536000, public", "public, max-age=31536000", StringComparison.Ordinal));
            Assert.InRange(size, 100, path.EndsWith(".js", StringComparison.Ordinal) ? 15 * 1024 : 40 * 1024);
        }
    }

    [Fact]
    public async Task Every_story_of_the_edition_stands_on_the_front_page_once()
    {
        var html = await site.Http.GetStringAsync("/", Cancel);

        var linked = Regex.Matches(html, "href=\"/story/(\\d+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(Enumerable.Range(1, 23).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)).Order(), linked.Order());
        Assert.Equal("1", linked[0]);
    }

    [Fact]
    public async Task Feeds_page_says_how_each_feed_is_doing_and_why()
    {
        var html = await site.Host.ReadAsync("/feeds", Cancel);

        Assert.Contains("The server answered 503 (Service Unavailable).", html, StringComparison.Ordinal);
        Assert.Contains("<html> where RSS, Atom or JSON was expected.", html, StringComparison.Ordinal);
        Assert.Contains("it is not asked again", html, StringComparison.Ordinal);
        Assert.Contains("7\u00A0hours ago", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_folds_accents_and_marks_the_words_it_found()
    {
        var html = await site.Http.GetStringAsync("/search?q=" + Uri.EscapeDataString("GREVE traversiers"), Cancel);

        Assert.Contains("<mark>grève</mark>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/story/1\"", html, StringComparison.Ordinal);
        Assert.Contains("lang=\"fr\"", html, StringComparison.Ordinal);
    }
}
