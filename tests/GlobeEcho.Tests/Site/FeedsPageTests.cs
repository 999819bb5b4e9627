using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Site.FeedsPage;
using GlobeEcho.Tests.Feeds;
using Microsoft.Extensions.DependencyInjection;

namespace GlobeEcho.Tests.Site;

/// <summary>The page of feeds and its forms, as a browser without script uses them.</summary>
public sealed class FeedsPageTests : IAsyncLifetime
{
    private FeedWire _wire = null!;
    private SiteHost _site = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FeedDesk Desk => _site.Services.GetRequiredService<FeedDesk>();

    public async ValueTask InitializeAsync()
    {
        _wire = await FeedWire.StartAsync();
        _site = await SiteHost.StartAsync(filled: true, Cancel, $"--Fetching:AllowedHosts:0={_wire.Origin.Authority}");
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _wire.DisposeAsync();
    }

    [Fact]
    public async Task Troubled_feeds_come_first_then_by_publisher_and_the_figures_agree()
    {
        var all = await Desk.StatusAsync(Cancel);
        await Desk.PauseAsync(all[0].Feed.Id, true, Cancel);
        await Desk.MuteAsync(all[2].Feed.Publisher.Id, true, Cancel);

        var html = await _site.ReadAsync("/feeds", Cancel);

        var rows = Rows(html);
        Assert.Equal(all.Count, rows.Count);
        var states = rows.Select(r => Regex.Match(r, "class=\"chip (\\w+)\"").Groups[1].Value).ToList();
        Assert.Equal(3, states.TakeWhile(s => s is "failing" or "gone").Count());
        Assert.DoesNotContain(states.Skip(3), s => s is "failing" or "gone");
        Assert.All([rows.Take(3), rows.Skip(3)], part => Assert.Equal(Names(part).Order(StringComparer.OrdinalIgnoreCase), Names(part)));
        Assert.Equal(
            [("All", all.Count), ("In trouble", 3), ("Well", states.Count(s => s == "well")), ("New", 1), ("Paused", 1), ("Muted", all.Count(s => s.Feed.Publisher.Id == all[2].Feed.Publisher.Id))],
            Regex.Matches(html, "<span>([A-Za-z ]+)</span> <b class=\"number[^\"]*\">(\\d+)</b>").Select(m => (m.Groups[1].Value, int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Contains("publisher muted", html, StringComparison.Ordinal);
        Assert.Contains("when resumed", html, StringComparison.Ordinal);
        Assert.Contains("What to do: ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_and_words_show_only_what_fits()
    {
        var meridian = (await Desk.StatusAsync(Cancel)).Count(s => s.Feed.Publisher.Name == "The Meridian");
        Assert.True(meridian > 1);

        Assert.Equal(meridian, Rows(await _site.ReadAsync("/feeds?q=+MERIDIAN++the", Cancel)).Count);
        Assert.Single(Rows(await _site.ReadAsync("/feeds?q=meridian+world.xml", Cancel)));
        Assert.Equal(3, Rows(await _site.ReadAsync("/feeds?state=trouble", Cancel)).Count);
        Assert.Empty(Rows(await _site.ReadAsync("/feeds?state=paused", Cancel)));
        var none = await _site.ReadAsync("/feeds?state=well&q=%22%3E%3Cscript%3E", Cancel);
        Assert.Empty(Rows(none));
        Assert.Contains("0\u00A0feeds</b>, well, with <q>", none, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><script>", await _site.Http.GetStringAsync("/feeds?q=%22%3E%3Cscript%3E", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_list_is_paged_and_a_page_that_is_none_is_the_last()
    {
        await Desk.AddAsync(Enumerable.Range(0, 250).Select(i => FeedRoom.Listing(new Uri($"https://many.example/{i:000}"), $"Many {i:000}")), Cancel);

        var last = await _site.ReadAsync("/feeds?q=many.example&page=99", Cancel);

        Assert.Equal(50, Rows(last).Count);
        Assert.Contains("Page 3 of 3", last, StringComparison.Ordinal);
        Assert.Contains("href=\"/feeds?q=many.example&page=2\"", last, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", last, StringComparison.Ordinal);
        Assert.Equal(100, Rows(await _site.ReadAsync("/feeds?q=many.example&page=nonsense", Cancel)).Count);
    }

    [Fact]
    public async Task Site_is_shown_with_its_feeds_before_the_picked_ones_are_added()
    {
        _wire.Serve("/", "<html><head><link rel='alternate' type='application/rss+xml' href='/news.xml'><link rel='alternate' type='application/rss+xml' href='/sport.xml'></head></html>");
        _wire.Serve("/news.xml", FeedWire.Rss("Harbour News", "Ferry sails", "Bridge opens").Replace("<channel>", "<channel><language>de-DE</language>", StringComparison.Ordinal));
        _wire.Serve("/sport.xml", FeedWire.Rss("Harbour Sport", "Regatta won"));
        var before = await Desk.CountAsync(Cancel);

        var preview = await PostAsync("/feeds/preview", ("address", _wire.Origin.AbsoluteUri));

        var html = WebUtility.HtmlDecode(preview.Body);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.All(["Several feeds were found", "Harbour News", "Harbour Sport", "RSS 2.0", "German", "Ferry sails", "Regatta won"], w => Assert.Contains(w, html, StringComparison.Ordinal));
        Assert.Equal(before, await Desk.CountAsync(Cancel));

        var fields = Regex.Matches(preview.Body, "<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"").Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
        var added = await PostAsync("/feeds/add", [.. fields, ("pick", "0"), ("pick", "1"), ("publisher", " Harbour "), ("section", "Europe")]);

        Assert.Equal((HttpStatusCode.SeeOther, "/feeds?said=added-2"), (added.Status, added.Location));
        Assert.Contains("2\u00A0feeds were added.", await _site.ReadAsync(added.Location!, Cancel), StringComparison.Ordinal);
        var news = (await Desk.StatusAsync(_wire["/news.xml"], Cancel))!.Feed;
        Assert.Equal(("Harbour", "Europe", "Harbour News"), (news.Publisher.Name, news.Section, news.Title));
        Assert.Equal(news.Publisher.Id, (await Desk.StatusAsync(_wire["/sport.xml"], Cancel))!.Feed.Publisher.Id);
        Assert.Contains("The paper has it already", (await PostAsync("/feeds/preview", ("address", _wire["/news.xml"].AbsoluteUri))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_of_what_is_no_feed_says_why_and_a_private_address_is_not_asked()
    {
        _wire.Serve("/plain", "only words");
        Assert.Contains("No feed was found", (await PostAsync("/feeds/preview", ("address", _wire["/plain"].AbsoluteUri))).Body, StringComparison.Ordinal);
        Assert.Contains("private", (await PostAsync("/feeds/preview", ("address", "http://10.1.2.3/feed"))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/feeds/preview", ("address", "javascript://alert(1)"))).Status);
        Assert.Equal("/feeds?said=nothing", (await PostAsync("/feeds/add", ("pick", "0"), ("address0", "file:///etc/passwd"))).Location);
    }

    [Fact]
    public async Task Feed_is_paused_and_resumed_and_the_form_leads_back_to_what_was_shown()
    {
        var feed = (await Desk.StatusAsync(Cancel))[0].Feed;

        var paused = await PostAsync("/feeds/pause", ("feed", $"{feed.Id.Value}"), ("want", "on"), ("state", "well"), ("q", "a b"), ("page", "2"));

        Assert.Equal((HttpStatusCode.SeeOther, "/feeds?state=well&q=a%20b&page=2&said=paused"), (paused.Status, paused.Location));
        Assert.True((await Desk.StatusAsync(feed.Address, Cancel))!.Feed.Paused);
        Assert.Equal("/feeds?said=resumed", (await PostAsync("/feeds/pause", ("feed", $"{feed.Id.Value}"), ("want", "off"))).Location);
        Assert.False((await Desk.StatusAsync(feed.Address, Cancel))!.Feed.Paused);
        Assert.Equal("/feeds?said=unknown", (await PostAsync("/feeds/pause", ("feed", "999999"), ("want", "on"))).Location);
    }

    [Fact]
    public async Task Publisher_is_muted_and_heard_again()
    {
        var publisher = (await Desk.StatusAsync(Cancel))[0].Feed.Publisher.Id;

        Assert.Equal("/feeds?said=muted", (await PostAsync("/feeds/mute", ("publisher", $"{publisher.Value}"), ("want", "on"))).Location);
        Assert.Equal([publisher], await Desk.MutedAsync(Cancel));
        Assert.Equal("/feeds?said=unmuted", (await PostAsync("/feeds/mute", ("publisher", $"{publisher.Value}"), ("want", "off"))).Location);
        Assert.Empty(await Desk.MutedAsync(Cancel));
    }

    [Fact]
    public async Task Removal_asks_first()
    {
        var feed = (await Desk.StatusAsync(Cancel))[0].Feed;
        var question = await _site.ReadAsync("/feeds/remove?feed=" + Uri.EscapeDataString(feed.Address.AbsoluteUri), Cancel);
        Assert.Contains($"Remove {feed.Title} of {feed.Publisher.Name}?", question, StringComparison.Ordinal);
        Assert.NotNull(await Desk.StatusAsync(feed.Address, Cancel));

        Assert.Equal("/feeds?said=removed", (await PostAsync("/feeds/remove", ("feed", $"{feed.Id.Value}"))).Location);

        Assert.Null(await Desk.StatusAsync(feed.Address, Cancel));
        using var gone = await _site.Http.GetAsync("/feeds/remove?feed=" + Uri.EscapeDataString(feed.Address.AbsoluteUri), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task List_that_is_exported_brings_back_what_was_removed()
    {
        using var answer = await _site.Http.GetAsync("/feeds.opml", Cancel);
        var list = await answer.Content.ReadAsByteArrayAsync(Cancel);
        var all = await Desk.StatusAsync(Cancel);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        foreach (var lost in all.Take(2))
            await Desk.RemoveAsync(lost.Feed.Id, Cancel);

        var import = await ImportAsync(list);

        Assert.Equal((HttpStatusCode.SeeOther, $"/feeds?said=imported-2-{all.Count}"), (import.Status, import.Location));
        Assert.Contains("2\u00A0feeds were added;", await _site.ReadAsync(import.Location!, Cancel), StringComparison.Ordinal);
        Assert.Equal(all.Count, await Desk.CountAsync(Cancel));
    }

    [Fact]
    public async Task File_that_is_no_list_or_too_large_is_refused_in_words()
    {
        var before = await Desk.CountAsync(Cancel);
        Assert.Contains("is no list of feeds (OPML)", (await ImportAsync("<html>no</html>"u8.ToArray())).Body, StringComparison.Ordinal);
        Assert.Contains("No file was chosen", (await ImportAsync([])).Body, StringComparison.Ordinal);
        var large = await ImportAsync(Encoding.ASCII.GetBytes("<opml>" + new string(' ', FeedFormsEndpoints.LargestList + 5000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.Status);
        Assert.Contains("may have 2 MB", large.Body, StringComparison.Ordinal);
        using var torn = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"list\"; filename=\"x\"\r\n\r\n<opml"u8.ToArray());
        torn.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("/feeds/import", torn)).Status);
        Assert.Equal(before, await Desk.CountAsync(Cancel));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Real-IP", "203.0.113.9")]
    [InlineData("Host", "evil.example")]
    public async Task Request_from_elsewhere_changes_nothing(string header, string value)
    {
        _wire.Serve("/f", FeedWire.Rss("F", "One"));
        var feed = (await Desk.StatusAsync(Cancel))[0].Feed;
        var before = await Desk.CountAsync(Cancel);

        Assert.All(
            [
                await PostAsync(header, value, "/feeds/pause", ("feed", $"{feed.Id.Value}"), ("want", "on")),
                await PostAsync(header, value, "/feeds/mute", ("publisher", $"{feed.Publisher.Id.Value}"), ("want", "on")),
                await PostAsync(header, value, "/feeds/remove", ("feed", $"{feed.Id.Value}")),
                await PostAsync(header, value, "/feeds/preview", ("address", _wire["/f"].AbsoluteUri)),
                await PostAsync(header, value, "/feeds/add", ("pick", "0"), ("address0", _wire["/f"].AbsoluteUri)),
                await PostAsync(header, value, "/feeds/import", ("list", "")),
            ],
            answer => Assert.Equal((HttpStatusCode.Forbidden, FeedFormsEndpoints.Forbidden), (answer.Status, answer.Body)));

        var after = (await Desk.StatusAsync(feed.Address, Cancel))!.Feed;
        Assert.Equal((false, false, before), (after.Paused, after.Publisher.Muted, await Desk.CountAsync(Cancel)));
        Assert.Empty(_wire.Asked);
    }

    [Fact]
    public async Task Reader_through_a_proxy_sees_the_feeds_without_buttons_and_why()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feeds");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var answer = await _site.Http.SendAsync(request, Cancel);
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal((await Desk.StatusAsync(Cancel)).Count, Rows(html).Count);
        Assert.DoesNotContain("method=\"post\" action=\"/feeds", html, StringComparison.Ordinal);
        Assert.Contains(FeedFormsEndpoints.Forbidden, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("method=\"post\" action=\"/feeds", await _site.Http.GetStringAsync("/feeds", Cancel), StringComparison.Ordinal);
        using var removal = new HttpRequestMessage(HttpMethod.Get, "/feeds/remove?feed=x");
        removal.Headers.Add("Via", "1.1 proxy");
        using var refused = await _site.Http.SendAsync(removal, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Open_desk_lets_a_forwarded_reader_in_but_no_other_site()
    {
        await using var open = await SiteHost.StartAsync(filled: true, Cancel, "--Site:OpenDesk=true", "--Site:Address=https://paper.example/");
        var feed = (await Desk.StatusAsync(Cancel))[0].Feed.Id.Value;
        (string, string)[] form = [("feed", $"{feed}"), ("want", "on")];
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(open, "/feeds/pause", Form(form), ("X-Forwarded-For", "203.0.113.9"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(open, "/feeds/pause", Form(form), ("Sec-Fetch-Site", "cross-site"))).Status);
    }

    [Fact]
    public async Task Paper_with_a_public_address_trusts_no_local_request()
    {
        await using var site = await SiteHost.StartAsync(filled: true, Cancel, "--Site:Address=https://paper.example/");
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(site, "/feeds/pause", Form([("feed", "1"), ("want", "on")]))).Status);
    }

    [Fact]
    public async Task Correction_stands_under_the_telling_it_corrects()
    {
        foreach (var other in await Desk.StatusAsync(Cancel))
            await Desk.PauseAsync(other.Feed.Id, true, Cancel);
        var article = Assert.Single(await _site.Services.GetRequiredService<ArticleDesk>().FindAsync([new ArticleId(1)], Cancel));
        await Desk.AddAsync([FeedRoom.Listing(_wire["/f"], article.PublisherName)], Cancel);
        foreach (var headline in (string[])["The boats sail", "The boats do not sail"])
        {
            _wire.Serve("/f", $"<rss version='2.0'><channel><title>F</title><item><title>{headline}</title><link>{article.Address}?utm_source=rss</link><description>{headline}</description></item></channel></rss>");
            Assert.Equal(1, (await Desk.GatherAsync(null, Cancel)).Asked);
            Assert.DoesNotContain("class=\"corrected\"", headline == "The boats sail" ? await _site.ReadAsync("/story/1", Cancel) : "", StringComparison.Ordinal);
            _site.Clock.Move(TimeSpan.FromHours(7));
        }

        var html = await _site.ReadAsync("/story/1", Cancel);

        var line = Assert.Single(Regex.Matches(html, "<p class=\"corrected\">.*?</p>", RegexOptions.Singleline)).Value;
        Assert.Contains("25 May 01:45", line, StringComparison.Ordinal);
        Assert.Contains("<q>The boats sail</q> to <q>The boats do not sail</q>.", line, StringComparison.Ordinal);
        Assert.Contains("quoted here is what it said before", line, StringComparison.Ordinal);
        Assert.Contains(article.Headline, html, StringComparison.Ordinal);
    }

    private static List<string> Rows(string html) => Regex.Matches(html, "<tr>\\s*<th scope=\"row\">.*?</tr>", RegexOptions.Singleline).Select(m => m.Value).ToList();

    private static List<string> Names(IEnumerable<string> rows) => rows.Select(r => Regex.Match(r, "<b>(.*?)</b>").Groups[1].Value).ToList();

    private static FormUrlEncodedContent Form(IEnumerable<(string Name, string Value)> fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(path, Form(fields));

    private Task<Answer> PostAsync(string header, string value, string path, params (string Name, string Value)[] fields) => SendAsync(_site, path, Form(fields), (header, value));

    private async Task<Answer> ImportAsync(byte[] file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "list", "feeds.opml" } };
        return await SendAsync("/feeds/import", form);
    }

    private Task<Answer> SendAsync(string path, HttpContent form) => SendAsync(_site, path, form);

    private static async Task<Answer> SendAsync(SiteHost site, string path, HttpContent form, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (!request.Headers.Contains("Sec-Fetch-Site"))
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await site.Http.SendAsync(request, Cancel);
        return new Answer(answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private sealed record Answer(HttpStatusCode Status, string? Location, string Body);
}
