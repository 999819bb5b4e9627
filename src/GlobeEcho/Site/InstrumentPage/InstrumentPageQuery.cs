using System.Globalization;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Site.Live;
using GlobeEcho.Site.Quotes;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.InstrumentPage;

/// <summary>Loads an instrument's last price and its chart.</summary>
public sealed class InstrumentPageQuery(MarketsDesk markets, EditionDesk editions, StoryDesk stories, PaperTime time)
{
    /// <param name="range">As the address writes it; null, and a word that is no range, leave the choice to the page.</param>
    /// <param name="story">The story whose first telling is marked.</param>
    /// <param name="mark">A day, "2024-05-24"; a story goes before it.</param>
    public async Task<InstrumentPageContent> LoadAsync(
        HttpRequest request, Instrument instrument, string? range, long? story, string? mark, CancellationToken cancel)
    {
        var quote = markets.Board.Find(instrument.Id)?.Quote;
        var watched = WatchList.Read(request, markets.Board);
        var marked = await MarkAsync(story, mark, cancel);
        var offered = ChartRanges.For(quote?.Kind);
        var chosen = ChartRanges.Parse(range) is { } asked && offered.Contains(asked)
            ? asked
            : marked is null ? offered[0] : ChartRanges.Holding(marked.At, offered, quote?.AsOf, time.Now);
        return new InstrumentPageContent(
            (await editions.LatestAsync(cancel))?.MadeUp,
            instrument,
            quote,
            quote is null ? null : PrintedQuote.Of(instrument, quote, markets.StateOf(quote), markets.StateSince(quote), time.Now, time),
            markets.Sources.FirstOrDefault(s => s.Name == quote?.Maker),
            watched.Contains(instrument),
            watched.Count >= WatchList.Most,
            offered,
            await ChartAsync(instrument.Id, chosen, cancel),
            marked);
    }

    /// <summary>The finest candles a range has.</summary>
    public async Task<Chart> ChartAsync(InstrumentId instrument, ChartRange range, CancellationToken cancel)
    {
        var quote = markets.Board.Find(instrument)?.Quote;
        var (from, until) = ChartRanges.Stretch(range, quote?.AsOf, time.Now);
        Chart? best = null;
        foreach (var span in ChartRanges.Spans(range, quote?.Kind))
        {
            var candles = await markets.CandlesAsync(instrument, span, from, until, cancel);
            if (best is null || candles.Count > best.Candles.Count)
                best = new Chart(range, span, from, until, candles);
            if (best.IsDrawn)
                break;
        }

        return best!;
    }

    private async Task<ChartMark?> MarkAsync(long? story, string? mark, CancellationToken cancel)
    {
        if (story is > 0 && await stories.FindAsync(new StoryId(story.Value), cancel) is { } found)
        {
            var id = found.Id.Value.ToString(CultureInfo.InvariantCulture);
            return new ChartMark(found.Opened, found.Headline, found.Language, "/story/" + id, "story=" + id);
        }

        return DateOnly.TryParseExact(mark, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new ChartMark(new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero), null, null, null, "mark=" + mark)
            : null;
    }
}
