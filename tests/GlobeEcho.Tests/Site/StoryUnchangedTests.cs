using System.Net;
using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Stories;
using Microsoft.Extensions.DependencyInjection;

namespace GlobeEcho.Tests.Site;

/// <summary>A story's page and its forms where nothing is changed: one site for all.</summary>
public sealed class StoryUnchangedTests(FilledSite site) : IClassFixture<FilledSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private StoryDesk Desk => site.Host.Services.GetRequiredService<StoryDesk>();

    [Fact]
    public async Task Story_says_how_it_stands_and_what_was_told_on_which_day()
    {
        var html = await site.Host.ReadAsync("/story/1", Cancel);

        Assert.Matches("class=\"phase developing\">.*?Developing</span>", html);
        var days = html[html.IndexOf("id=\"day-by-day\"", StringComparison.Ordinal)..];
        Assert.Equal(["2024-05-23", "2024-05-24"], Regex.Matches(days, "<h3><time datetime=\"([^\"]+)\">").Select(m => m.Groups[1].Value));
        Assert.Contains("Deal near as ferry crews and harbour towns talk past midnight", days, StringComparison.Ordinal);
        Assert.DoesNotContain("day-by-day", await site.Host.ReadAsync("/story/9", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_seal_the_cookies_lie_beside_the_archive()
    {
        await site.Host.Http.GetAsync("/", Cancel);

        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Path.GetDirectoryName(site.Host.Archive.File)!, "keys"), "key-*.xml"));
    }

    [Theory]
    [InlineData("/story/1/split", "", "", "takes some")]
    [InlineData("/story/1/split", "999", "", "no telling of story 1")]
    [InlineData("/story/1/move", "", "2", "No telling was picked")]
    [InlineData("/story/1/move", "4", "soon", "by its number or its address")]
    [InlineData("/story/1/merge", "", "4711", "no story 4711")]
    [InlineData("/story/1/undo", "", "", "no change 0")]
    public async Task What_cannot_be_done_is_said_on_the_page_and_nothing_is_changed(string path, string article, string into, string words)
    {
        using var answer = await site.Host.PostAsync(path, article.Length == 0 ? [("into", into)] : [("article", article), ("into", into)]);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Empty(await Desk.ChangesAsync(null, 5, Cancel));
    }

    [Fact]
    public async Task Only_the_operator_from_the_papers_own_page_may_change_a_story()
    {
        using var foreign = await site.Host.PostFromAsync("https://evil.example", "/story/1/merge", ("into", "2"));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using var silent = await site.Host.Http.PostAsync("/story/1/merge", new FormUrlEncodedContent([KeyValuePair.Create("into", "2")]), Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, silent.StatusCode);
        Assert.Empty(await Desk.ChangesAsync(null, 5, Cancel));

        await using var open = await SiteHost.StartAsync(filled: true, Cancel, "--Site:Address=https://paper.example/");
        var html = await open.ReadAsync("/story/1", Cancel);
        Assert.DoesNotContain("Correct the folding", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\"", html, StringComparison.Ordinal);
        Assert.Contains("Correct the folding", await site.Host.ReadAsync("/story/1", Cancel), StringComparison.Ordinal);
    }
}
