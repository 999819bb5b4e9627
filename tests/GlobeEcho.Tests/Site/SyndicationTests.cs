using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using GlobeEcho.Newsroom.Editions;

namespace GlobeEcho.Tests.Site;

public sealed class SyndicationTests(FilledSite site) : IClassFixture<FilledSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/feed.xml", 23)]
    [InlineData("/section/europe/feed.xml", 5)]
    [InlineData("/section/SPORT/feed.xml", 2)]
    public async Task Feed_is_valid_rss(string path, int items)
    {
        using var answer = await site.Http.GetAsync(path, Cancel);
        var rss = XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).Root!;

        Assert.Equal("application/rss+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("2.0", rss.Attribute("version")?.Value);
        var channel = rss.Element("channel")!;
        Assert.All(["title", "link", "description"], name => Assert.NotEmpty(channel.Element(name)!.Value));
        Assert.Equal(items, channel.Elements("item").Count());
        Assert.Equal(items, channel.Elements("item").Select(i => i.Element("guid")!.Value).Distinct().Count());
        foreach (var item in channel.Elements("item"))
        {
            Assert.Equal(new Uri(site.Host.Address, new Uri(item.Element("link")!.Value).AbsolutePath).AbsoluteUri, item.Element("link")!.Value);
            Assert.True(DateTimeOffset.TryParseExact(
                item.Element("pubDate")!.Value, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
            Assert.NotEmpty(item.Element("title")!.Value);
            Assert.NotEmpty(item.Element("description")!.Value);
        }
    }

    [Fact]
    public async Task Page_names_its_feeds()
    {
        Assert.Contains("type=\"application/rss+xml\" title=\"Globe Echo\" href=\"/feed.xml\"", await site.Host.ReadAsync("/", Cancel), StringComparison.Ordinal);
        Assert.Contains("href=\"/section/asia/feed.xml\"", await site.Http.GetStringAsync("/section/asia", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Robots_icon_and_health_answer()
    {
        Assert.Contains("User-agent: *", await site.Http.GetStringAsync("/robots.txt", Cancel), StringComparison.Ordinal);
        Assert.Equal("svg", XDocument.Parse(await site.Http.GetStringAsync("/favicon.svg", Cancel)).Root!.Name.LocalName);
        using var health = JsonDocument.Parse(await site.Http.GetStringAsync("/health", Cancel));
        Assert.Equal("ok", health.RootElement.GetProperty("status").GetString());
        Assert.Equal(23, health.RootElement.GetProperty("stories").GetInt32());
        Assert.Equal(SampleArchive.Made, health.RootElement.GetProperty("edition").GetDateTimeOffset());
    }

    [Fact]
    public async Task Before_the_first_edition_the_paper_says_so()
    {
        await using var host = await SiteHost.StartAsync(filled: false, Cancel);

        var front = await host.Http.GetStringAsync("/", Cancel);
        Assert.Contains("The first edition is being made", front, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", front, StringComparison.Ordinal);
        Assert.Contains("no story under Europe", await host.Http.GetStringAsync("/section/europe", Cancel), StringComparison.Ordinal);
        Assert.Empty(XDocument.Parse(await host.Http.GetStringAsync("/feed.xml", Cancel)).Descendants("item"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Http.GetAsync("/health", Cancel)).StatusCode);
        foreach (var path in (string[])["/search?q=ferry", "/feeds", "/about", "/weather", "/markets"])
            Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync(path, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Edition_whose_stories_are_gone_is_no_empty_page()
    {
        await using var host = await SiteHost.StartAsync(filled: false, Cancel);
        await using (var session = await host.Archive.WriteAsync(Cancel))
        {
            var edition = new Edition(SampleArchive.Made, [new Placement(new(77), Section.Asia, 0, 1)]);
            await new EditionStore().SaveAsync(session, edition, Cancel);
            await session.CommitAsync(Cancel);
        }

        Assert.Contains("The first edition is being made", await host.Http.GetStringAsync("/", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_archive_shows_the_papers_own_error_page_and_fails_health()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel);
        await using (var session = await host.Archive.WriteAsync(Cancel))
        {
            await session.ExecuteAsync("DROP TABLE edition", null, Cancel);
            await session.CommitAsync(Cancel);
        }

        using var front = await host.Http.GetAsync("/", Cancel);
        Assert.Equal(HttpStatusCode.InternalServerError, front.StatusCode);
        Assert.Contains("The press stopped on this page", await front.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.NotEmpty(front.Headers.GetValues("Content-Security-Policy"));
        using var health = await host.Http.GetAsync("/health", Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Contains("failing", await health.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_edition_shows_its_age_and_times_follow_the_papers_zone()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel, "--Site:TimeZone=Asia/Kathmandu");
        host.Clock.Move(TimeSpan.FromHours(5));

        var html = await host.ReadAsync("/", Cancel);

        Assert.Contains("made 5\u00A0hours ago", html, StringComparison.Ordinal);
        Assert.Contains("00:25 UTC+5:45", html, StringComparison.Ordinal);
        Assert.Contains("Saturday 25 May 2024", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Sample edition", html, StringComparison.Ordinal);
    }
}
