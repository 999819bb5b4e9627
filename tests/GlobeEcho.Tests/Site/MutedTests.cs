using System.Text.RegularExpressions;

namespace GlobeEcho.Tests.Site;

/// <summary>A muted publisher's tellings disappear from the pages; the story stays.</summary>
public sealed class MutedTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Story_goes_on_without_the_muted_publisher()
    {
        await using var site = await SiteHost.StartAsync(filled: true, Cancel);
        var feeds = Desks.Feeds(site.Archive, site.Clock);
        var before = await site.ReadAsync("/story/1", Cancel);
        var muted = (await feeds.StatusAsync(Cancel)).Select(s => s.Feed.Publisher)
            .First(p => before.Contains(p.Name, StringComparison.Ordinal) && before.Contains($"https://{p.Home!.Host}/", StringComparison.Ordinal));
        await feeds.MuteAsync(muted.Id, true, Cancel);

        var after = await site.ReadAsync("/story/1", Cancel);

        Assert.DoesNotContain(muted.Name, after, StringComparison.Ordinal);
        Assert.DoesNotContain($"https://{muted.Home!.Host}/", after, StringComparison.Ordinal);
        // Every sentence that is left still opens the words it rests on.
        var sentences = Regex.Matches(after, "<span id=\"s(\\d+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(sentences);
        Assert.All(sentences, s => Assert.Contains($"<li id=\"c{s}\">", after, StringComparison.Ordinal));
        Assert.DoesNotContain(muted.Name, await site.ReadAsync("/", Cancel), StringComparison.Ordinal);

        await feeds.MuteAsync(muted.Id, false, Cancel);
        Assert.Equal(before, await site.ReadAsync("/story/1", Cancel));
    }

    [Fact]
    public async Task Search_finds_nothing_of_a_muted_publisher()
    {
        await using var site = await SiteHost.StartAsync(filled: true, Cancel);
        var feeds = Desks.Feeds(site.Archive, site.Clock);
        var page = await site.ReadAsync("/search?q=the", Cancel);
        var all = (await feeds.StatusAsync(Cancel)).Select(s => s.Feed.Publisher).DistinctBy(p => p.Id).Where(p => page.Contains(p.Name, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(all);
        foreach (var publisher in all)
            await feeds.MuteAsync(publisher.Id, true, Cancel);
        page = await site.ReadAsync("/search?q=the", Cancel);
        Assert.All(all, p => Assert.DoesNotContain(p.Name, page, StringComparison.Ordinal));
    }
}
