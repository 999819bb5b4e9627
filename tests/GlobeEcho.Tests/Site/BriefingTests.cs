using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GlobeEcho.Newsroom.Editions.Mail;
using GlobeEcho.Site.BriefingPage;
using GlobeEcho.Tests.Editions.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GlobeEcho.Tests.Site;

public sealed class BriefingTests(FilledSite site) : IClassFixture<FilledSite>
{
    private static readonly TimeZoneInfo Minsk = TimeZoneInfo.FindSystemTimeZoneById("Europe/Minsk");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2024-05-24T02:59:00Z", "2024-05-23/evening", "2024-05-23/morning")]
    [InlineData("2024-05-24T03:00:00Z", "2024-05-24/morning", "2024-05-24/morning")]
    [InlineData("2024-05-24T14:59:59Z", "2024-05-24/morning", "2024-05-24/morning")]
    [InlineData("2024-05-24T15:00:00Z", "2024-05-24/evening", "2024-05-24/morning")]
    public void Last_edition_is_the_one_that_closed_on_the_readers_clock(string now, string last, string morning)
    {
        var moment = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(last, BriefingSlot.Last(moment, Minsk).Name);
        Assert.Equal(morning, BriefingSlot.Last(BriefingKind.Morning, moment, Minsk).Name);
    }

    [Fact]
    public void Editions_follow_the_clock_through_summer_time()
    {
        var before = new BriefingSlot(new DateOnly(2024, 3, 30), BriefingKind.Evening);

        Assert.Equal(new DateTimeOffset(2024, 3, 30, 17, 0, 0, TimeSpan.Zero), before.ClosesAt(Berlin));
        Assert.Equal(new DateTimeOffset(2024, 3, 31, 4, 0, 0, TimeSpan.Zero), before.After.ClosesAt(Berlin));
        Assert.Equal(before, before.After.Before);
        Assert.Null(BriefingSlot.Parse("2024-02-30", "morning"));
        Assert.Null(BriefingSlot.Parse("2024-05-24", "noon"));
    }

    [Fact]
    public async Task Evening_edition_stands_as_it_closed_and_says_so()
    {
        // In Azores time, two hours behind, the evening of 18:00 has not come at 18:45 UTC; in Minsk it has.
        var html = await site.Host.ReadAsync("/evening?zone=Europe/Minsk", Cancel);

        Assert.Contains("Evening edition", html, StringComparison.Ordinal);
        Assert.Contains("18:00 UTC+3", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/story/1\"", html, StringComparison.Ordinal);
        var stories = Regex.Matches(html, "href=\"/story/(\\d+)\"").Select(m => m.Value).ToList();
        Assert.Equal(stories.Count, stories.Distinct().Count());
    }

    [Fact]
    public async Task Reader_chooses_the_clock_with_a_form_and_a_cookie()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/editions/zone") { Content = new FormUrlEncodedContent([new("zone", "Asia/Kathmandu"), new("back", "/evening")]) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await host.Http.SendAsync(request, Cancel);
        Assert.Equal((HttpStatusCode.SeeOther, "/evening"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0];

        using var asked = new HttpRequestMessage(HttpMethod.Get, "/evening");
        asked.Headers.Add("Cookie", cookie);
        using var page = await host.Http.SendAsync(asked, Cancel);
        Assert.Contains("UTC+5:45", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);

        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/editions/zone") { Content = new FormUrlEncodedContent([new("zone", "Asia/Tokyo")]) };
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.SendAsync(foreign, Cancel)).StatusCode);
        using var unknown = new HttpRequestMessage(HttpMethod.Post, "/editions/zone") { Content = new FormUrlEncodedContent([new("zone", "../etc/passwd")]) };
        unknown.Headers.Add("Sec-Fetch-Site", "same-origin");
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Http.SendAsync(unknown, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("/edition/2024-05-22/morning")]
    [InlineData("/edition/2024-05-25/morning")]
    [InlineData("/edition/9999-99-99/morning")]
    [InlineData("/edition/2024-05-24/noon")]
    [InlineData("/morning")]
    public async Task Edition_that_never_was_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync(path, Cancel)).StatusCode);

    [Fact]
    public async Task World_in_five_minutes_keeps_to_a_thousand_words_and_begins_with_the_leads_section()
    {
        var edition = await site.Host.Services.GetRequiredService<BriefingQuery>().FiveMinutesAsync(TimeZoneInfo.Utc, Cancel);

        Assert.NotNull(edition);
        Assert.InRange(edition.Words, 400, 1000);
        Assert.Contains(edition.Sections[0].Stories, s => s.Id.Value == 1);
        Assert.All(edition.Stories, s => Assert.InRange(s.Sentences.Count, 1, 3));
        Assert.Contains("The world in five minutes", await site.Host.ReadAsync("/five-minutes", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editions_come_as_rss_atom_and_json_with_one_item_each()
    {
        // Without a zone it is the paper's, UTC: the evening closed at 18:00 and the first edition was made at 18:40.
        var rss = XDocument.Parse(await site.Http.GetStringAsync(BriefingPageEndpoints.FeedPath, Cancel)).Root!.Element("channel")!;
        var item = Assert.Single(rss.Elements("item"));
        Assert.Equal("Evening edition, Friday 24 May 2024", item.Element("title")!.Value);
        Assert.EndsWith("/edition/2024-05-24/evening", item.Element("link")!.Value, StringComparison.Ordinal);
        Assert.Contains("<h3", item.Element(XName.Get("encoded", "http://purl.org/rss/1.0/modules/content/"))!.Value, StringComparison.Ordinal);

        XNamespace a = "http://www.w3.org/2005/Atom";
        var atom = XDocument.Parse(await site.Http.GetStringAsync(BriefingPageEndpoints.AtomPath + "?zone=Europe/Minsk", Cancel)).Root!;
        Assert.EndsWith("?zone=Europe%2FMinsk", Assert.Single(atom.Elements(a + "entry")).Element(a + "id")!.Value, StringComparison.Ordinal);
        Assert.Equal("2024-05-24T15:00:00Z", atom.Element(a + "updated")!.Value);

        using var json = JsonDocument.Parse(await site.Http.GetStringAsync(BriefingPageEndpoints.JsonPath, Cancel));
        Assert.Equal("https://jsonfeed.org/version/1.1", json.RootElement.GetProperty("version").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Hostile_headline_is_text_in_every_form()
    {
        var query = site.Host.Services.GetRequiredService<BriefingQuery>();
        var edition = await query.FiveMinutesAsync(TimeZoneInfo.Utc, Cancel);

        var html = BriefingPrint.Page(edition!, "Globe <Echo>", new Uri("https://paper.example/"));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.All(BriefingPrint.Text(edition!, "Globe Echo", new Uri("https://paper.example/")).Split('\n'), l => Assert.True(l.TrimEnd().Length <= 100, l));
    }

    [Fact]
    public async Task Evening_edition_is_mailed_once_when_its_hour_has_come()
    {
        await using var server = new SmtpSpeaker();
        await using var host = await SiteHost.StartAsync(
            filled: true, Cancel, "--Mail:Host=127.0.0.1", $"--Mail:Port={server.Port}", "--Mail:Security=None", "--Mail:From=paper@paper.example",
            "--Mail:To:0=ada@reader.example", "--Site:Address=https://paper.example/", "--Site:OpenDesk=true");
        using var loop = ActivatorUtilities.CreateInstance<BriefingMailLoop>(host.Services, NullLogger<BriefingMailLoop>.Instance);

        Assert.Equal(new MailReport(1, 0, 0, true), await loop.RunAsync(Cancel));
        Assert.Null(await loop.RunAsync(Cancel));
        host.Clock.Move(TimeSpan.FromHours(7));
        Assert.Null(await loop.RunAsync(Cancel));

        var (_, raw) = Assert.Single(server.Taken);
        Assert.Contains("Subject: Globe Echo: Evening edition, Friday 24 May 2024", raw, StringComparison.Ordinal);
        Assert.Contains("https://paper.example/story/1", raw, StringComparison.Ordinal);
        Assert.Contains("2024-05-24/evening: 1 of 1\u00A0letter sent.", await host.ReadAsync("/edition/2024-05-24/evening", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_mailed_when_no_server_is_set_or_the_edition_is_not_wanted()
    {
        await using var server = new SmtpSpeaker();
        await using var host = await SiteHost.StartAsync(
            filled: true, Cancel, "--Mail:Host=127.0.0.1", $"--Mail:Port={server.Port}", "--Mail:Security=None", "--Mail:From=paper@paper.example",
            "--Mail:To:0=ada@reader.example", "--Mail:Editions=Morning");
        using var loop = ActivatorUtilities.CreateInstance<BriefingMailLoop>(host.Services, NullLogger<BriefingMailLoop>.Instance);

        Assert.Null(await loop.RunAsync(Cancel));
        Assert.Null(site.Host.Services.GetRequiredService<BriefingMail>().Due());
        Assert.Empty(server.Commands);
    }
}
