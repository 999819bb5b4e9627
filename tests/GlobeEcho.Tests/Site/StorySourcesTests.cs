using System.Text.RegularExpressions;
using GlobeEcho.Tests.Digests;

namespace GlobeEcho.Tests.Site;

/// <summary>What the story's page says about the sources of its sentences, over a story that was read, folded and written.</summary>
public sealed class StorySourcesTests : IAsyncLifetime
{
    private SiteHost _site = null!;
    private string _html = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await SiteHost.StartAsync(filled: false, Cancel);
        await Landslide.TellAsync(_site.Archive, _site.Clock, Cancel);
        _html = await _site.ReadAsync("/story/1", Cancel);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public void Copy_is_named_under_its_voice_and_counts_for_nothing()
    {
        var opened = Opened(Landslide.Roar);

        Assert.Matches("rests on 1\u00A0publisher</h3>", opened);
        Assert.Matches("Word for word also in Bulletin, out of the same text: one voice.", opened);
        Assert.Single(Regex.Matches(opened, "<figure class=\"quote\">"));
    }

    [Fact]
    public void Quoted_words_have_their_speaker() => Assert.Contains("The quoted words are of <b>Ana Moll</b>", Opened(Landslide.Roar), StringComparison.Ordinal);

    [Fact]
    public void Reports_that_differ_stand_side_by_side_the_later_first_and_open_their_sentence()
    {
        var block = _html[_html.IndexOf("id=\"differ\"", StringComparison.Ordinal)..];
        block = block[..block.IndexOf("</section>", StringComparison.Ordinal)];

        var values = Regex.Matches(block, "<p class=\"value\">([^<]+)<button[^>]* popovertarget=\"([^\"]+)\"");
        Assert.Equal([("More than 670", "d1-1"), ("At least 100", "d1-2")], values.Select(v => (v.Groups[1].Value, v.Groups[2].Value)));
        Assert.Matches("id=\"d1-1\"[^§]*?<b>Courier</b>[^§]*?<mark>" + Regex.Escape(Landslide.Later) + "</mark>[^§]*?https://courier.example/landslide", block);
        Assert.Contains("<a class=\"note-mark\" href=\"#differ\">", _html, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_under_the_headline_opens_its_source_as_every_sentence_does()
    {
        var line = Regex.Match(_html, "<p class=\"standfirst\"><span id=\"s1\"[^>]*>([^<]+)</span><button[^>]* popovertarget=\"o1\"");

        Assert.True(line.Success);
        Assert.Contains("The line under the headline rests on", Opened(line.Groups[1].Value), StringComparison.Ordinal);
        Assert.Contains("<li id=\"c1\">", _html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evening_edition_has_the_line_under_its_leads_headline_on_the_page_and_in_the_letter()
    {
        await Desks.Editions(_site.Archive, _site.Clock).MakeUpAsync(Cancel);
        var line = Regex.Match(_html, "<p class=\"standfirst\"><span[^>]*>([^<]+)</span>").Groups[1].Value;

        var page = await _site.ReadAsync("/evening", Cancel);
        var feed = await _site.ReadAsync("/editions/feed.json", Cancel);

        Assert.Matches("<p class=\"sheet-standfirst\"[^>]*>" + Regex.Escape(line) + "</p>", page);
        Assert.Single(Regex.Matches(page, "class=\"sheet-standfirst\""));
        Assert.Contains(line, feed, StringComparison.Ordinal);
    }

    /// <summary>The box that a printed sentence opens.</summary>
    private string Opened(string sentence)
    {
        var number = Regex.Match(_html, "<span id=\"s(\\d+)\"[^>]*>" + Regex.Escape(sentence) + "</span>").Groups[1].Value;
        var box = _html[_html.IndexOf($"id=\"o{number}\"", StringComparison.Ordinal)..];
        return box[..box.IndexOf("</div>", StringComparison.Ordinal)];
    }
}
