using System.Globalization;
using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.Live;

/// <summary>
/// A quote in the paper's words: the one place they come from, for pages and for the stream, so that the two cannot differ.
/// Numbers are grouped, with a true minus sign, and have no unit; zero has no sign.
/// </summary>
/// <param name="Price">"68,512.30".</param>
/// <param name="Value">The price as it is, unrounded.</param>
/// <param name="Change">"+1,204.10"; for yields in percentage points, "+0.03 pp"; null without a basis.</param>
/// <param name="Percent">"+1.79 %"; null without a basis, and for yields: a per cent of a per cent says nothing.</param>
/// <param name="Basis">"24 h", "since previous close", "since previous fix"; null without one.</param>
/// <param name="Chip">"Live", "Delayed 15 min", "Daily fix 24 May", "Closed", "Stale since 18:40".</param>
/// <param name="AsOf">When the price was made, in the paper's time: "18:40", "23 May 18:40"; of a daily fix the day, "24 May".</param>
/// <param name="Made">The same moment, UTC, in whole seconds.</param>
public sealed record PrintedQuote(
    InstrumentId Instrument,
    string Price,
    decimal Value,
    string? Change,
    string? Percent,
    Direction Direction,
    string? Basis,
    QuoteState State,
    string Chip,
    string AsOf,
    DateTimeOffset Made)
{
    private const char Minus = '\u2212';
    private const char Space = '\u00A0';

    // Ours: a price that reaches us later than this after it was made is late for another reason than the exchange's rule.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    /// <summary>"▲", "▼", or nothing.</summary>
    public string Arrow => Direction switch { Direction.Up => "▲", Direction.Down => "▼", _ => "" };

    /// <summary>For style: "up", "down", "flat", "none".</summary>
    public string DirectionWord => Direction.ToString().ToLowerInvariant();

    /// <summary>For style: "live", "delayed", "dailyfix", "closed", "stale".</summary>
    public string StateWord => State.ToString().ToLowerInvariant();

    /// <summary>For a time element: "2024-05-24T18:40:00Z".</summary>
    public string MadeWord => Made.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <param name="since">Since when it is stale or closed; null in the other states.</param>
    /// <param name="now">The moment it is printed for.</param>
    public static PrintedQuote Of(Instrument instrument, Quote quote, QuoteState state, DateTimeOffset? since, DateTimeOffset now, PaperTime time)
    {
        var points = instrument.Unit == "%";
        var change = quote.Change is { } c ? Round(c, instrument.Decimals) : (decimal?)null;
        var percent = quote.ChangePercent is { } p && !points ? Round(p, 2) : (decimal?)null;
        return new PrintedQuote(
            instrument.Id,
            Number(Round(quote.Price, instrument.Decimals), instrument.Decimals, signed: false),
            quote.Price,
            change is { } by ? Number(by, instrument.Decimals, signed: true) + (points ? $"{Space}pp" : "") : null,
            percent is { } part ? Number(part, 2, signed: true) + $"{Space}%" : null,
            Way(change, percent),
            BasisWords(quote.Basis),
            state,
            ChipWords(quote, state, since, now, time),
            quote.Kind == QuoteKind.DailyFix ? Day(quote.AsOf, now) : time.Short(quote.AsOf, now),
            new DateTimeOffset(quote.AsOf.UtcTicks - (quote.AsOf.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero));
    }

    /// <summary>Any price of an instrument, as a quote's own is printed.</summary>
    public static string PriceOf(Instrument instrument, decimal price) => Number(Round(price, instrument.Decimals), instrument.Decimals, signed: false);

    /// <summary>A difference of two prices and its per cent, as a quote's own are printed: "+1,204.10 (+1.79 %)".</summary>
    public static string ChangeOf(Instrument instrument, decimal change, decimal? percent)
    {
        var by = Number(Round(change, instrument.Decimals), instrument.Decimals, signed: true);
        if (instrument.Unit == "%")
            return $"{by}{Space}pp";
        return percent is { } part ? $"{by} ({Number(Round(part, 2), 2, signed: true)}{Space}%)" : by;
    }

    // By what is printed: an arrow beside two zeros would be a riddle.
    private static Direction Way(decimal? change, decimal? percent) => change is null
        ? Direction.None
        : (change != 0 ? change : percent ?? 0) switch { > 0 => Direction.Up, < 0 => Direction.Down, _ => Direction.Flat };

    private static string? BasisWords(QuoteBasis? basis) => basis?.Kind switch
    {
        null => null,
        BasisKind.Day => $"24{Space}h",
        BasisKind.PreviousClose => "since previous close",
        BasisKind.PreviousFix => "since previous fix",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis.Kind, null),
    };

    private static string ChipWords(Quote quote, QuoteState state, DateTimeOffset? since, DateTimeOffset now, PaperTime time) => state switch
    {
        QuoteState.Live => "Live",
        QuoteState.Delayed => Delay(quote.Received - quote.AsOf),
        QuoteState.DailyFix => "Daily fix " + Day(quote.AsOf, now),
        QuoteState.Closed => "Closed",
        QuoteState.Stale => since is { } s ? "Stale since " + time.Short(s, now) : "Stale",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private static string Delay(TimeSpan delay) => delay >= TimeSpan.FromMinutes(1) && delay <= LongestDelay
        ? $"Delayed {(int)delay.TotalMinutes}{Space}min"
        : "Delayed";

    // A fix is dated by its maker: in a far time zone the paper's own day could be another one.
    private static string Day(DateTimeOffset fix, DateTimeOffset now) =>
        fix.UtcDateTime.ToString(fix.UtcDateTime.Year == now.UtcDateTime.Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);

    private static decimal Round(decimal number, int decimals) => Math.Round(number, decimals, MidpointRounding.AwayFromZero);

    private static string Number(decimal number, int decimals, bool signed)
    {
        var digits = Math.Abs(number).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return number < 0 ? Minus + digits : signed && number > 0 ? "+" + digits : digits;
    }
}
