using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Live;
using GlobeEcho.Site.Quotes;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.MarketsPage;

/// <summary>Loads every instrument with its last price and its recent line.</summary>
public sealed class MarketsPageQuery(MarketsDesk markets, EditionDesk editions, PaperTime time)
{
    public async Task<MarketsPageContent> LoadAsync(HttpRequest request, string? words, CancellationToken cancel)
    {
        words = string.IsNullOrWhiteSpace(words) ? null : words.Trim()[..Math.Min(words.Trim().Length, InstrumentSearch.LongestWords)];
        var board = markets.Board;
        var watched = WatchList.Read(request, board);
        var found = words is null ? board.Instruments : InstrumentSearch.Find(board.Instruments, words);
        var lines = await markets.LinesAsync(found.Union(words is null ? watched : []).Select(i => i.Id).ToList(), cancel);
        var groups = found.GroupBy(i => i.Group).OrderBy(g => g.Key)
            .Select(g => new RowGroup(g.Key.ToString().ToLowerInvariant(), g.Key.ToString(), g.Select(Row).ToList())).ToList();
        return new MarketsPageContent(
            (await editions.LatestAsync(cancel))?.MadeUp,
            words,
            board.Instruments.Count,
            words is null && watched.Count > 0 ? new RowGroup("own", "Your list", watched.Select(Row).ToList()) : null,
            groups,
            Sources(board),
            ColourChoice.Read(request),
            watched.Count >= WatchList.Most);

        InstrumentRow Row(Instrument instrument) => new(
            instrument,
            board.Find(instrument.Id) is { Quote: var quote }
                ? PrintedQuote.Of(instrument, quote, markets.StateOf(quote), markets.StateSince(quote), time.Now, time)
                : null,
            lines.GetValueOrDefault(instrument.Id) is { Count: >= Sparkline.Fewest } line ? Sparkline.Of(line) : null,
            watched.Contains(instrument));
    }

    private List<SourceLine> Sources(QuoteBoard board)
    {
        var fixes = board.Since(0).Select(p => p.Quote).Where(q => q.Kind == QuoteKind.DailyFix).GroupBy(q => q.Maker).ToDictionary(g => g.Key, g => g.MaxBy(q => q.AsOf));
        return markets.Sources.Select(s => fixes.GetValueOrDefault(s.Name) is { } fix
            ? SourceLine.Of(s, fix, markets.NextFix(fix), time)
            : SourceLine.Of(s, null, null, time)).ToList();
    }
}
