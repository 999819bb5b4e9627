using System.Globalization;
using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Site.Live;
using GlobeEcho.Site.Quotes;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.Beside;

/// <summary>Finds the currencies that stand beside a story.</summary>
public sealed class StoryCurrencyQuery(MarketsDesk markets, PaperTime time)
{
    private static readonly TimeSpan Around = TimeSpan.FromDays(30);
    private static readonly TimeSpan Weekend = TimeSpan.FromDays(5);

    /// <summary>Empty unless the story is clearly about a country or two whose money the board prices now.</summary>
    public async Task<IReadOnlyList<StoryCurrency>> LoadAsync(Story story, string headline, string? lead, CancellationToken cancel)
    {
        var found = new List<StoryCurrency>();
        foreach (var country in StoryCountries.Of(headline, lead))
        {
            if (markets.CurrencyOf(country) is { } pair && markets.Board.Find(pair.Id) is { Quote: var quote } && found.All(f => f.Instrument != pair))
                found.Add(await BesideAsync(story, pair, quote, cancel));
        }

        return found;
    }

    private async Task<StoryCurrency> BesideAsync(Story story, Instrument pair, Quote quote, CancellationToken cancel)
    {
        var from = story.Opened - Around;
        var until = story.Opened + Around < time.Now ? story.Opened + Around : time.Now;
        var candles = await markets.CandlesAsync(pair.Id, CandleSpan.Day, from, until, cancel);
        return new StoryCurrency(
            pair,
            PrintedQuote.Of(pair, quote, markets.StateOf(quote), markets.StateSince(quote), time.Now, time),
            candles.Count >= Sparkline.Fewest ? Sparkline.Over(candles, from, until, Weekend) : null,
            // On the day's own price.
            Sparkline.At(new DateTimeOffset(story.Opened.UtcDateTime.Date, TimeSpan.Zero), from, until),
            string.Create(CultureInfo.InvariantCulture, $"/markets/{pair.Id}?story={story.Id.Value}"));
    }
}
