using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>
/// Official rates of the National Bank of the Republic of Belarus: the list of the day, and once each currency's "dynamics" of the
/// last weeks. Yesterday's value alone would not do for a basis: on Sundays and Mondays it is today's, and a change of zero a lie.
/// </summary>
public sealed class NbrbClient : IFixClient
{
    private const int HistoryDays = 60;

    private static readonly Dictionary<string, Instrument> Currencies =
        InstrumentList.All.Where(i => i.Unit == "BYN").ToDictionary(i => i.Base!, i => i);

    private readonly Fetcher _fetcher;
    private readonly TimeProvider _clock;
    private readonly MarketsOptions _options;
    private readonly FixMemory _memory;
    private readonly HashSet<InstrumentId> _hasHistory = [];
    private string? _etag;
    private string? _lastModified;

    public NbrbClient(Fetcher fetcher, IOptions<MarketsOptions> options, TimeProvider clock)
    {
        (_fetcher, _options, _clock) = (fetcher, options.Value, clock);
        _memory = new FixMemory(Maker, MarketHours.Nbrb);
    }

    public MarketMaker Maker { get; } = new(
        "National Bank of Belarus",
        "Source: National Bank of the Republic of Belarus, official rates of the Belarusian rouble, set once on working days; change against the rate before.",
        new Uri("https://www.nbrb.by/engl/statistics/rates/ratesdaily.asp"),
        QuoteKind.DailyFix);

    public bool IsOn => _options.UseNbrb;

    public IReadOnlyList<InstrumentId> Instruments { get; } = [.. Currencies.Values.Select(i => i.Id)];

    public MarketHours? Hours => MarketHours.Nbrb;

    public async Task<FixResult> AskAsync(IReadOnlyCollection<InstrumentId> instruments, CancellationToken cancel)
    {
        var whole = instruments.All(_hasHistory.Contains);
        var list = new Uri(_options.NbrbAddress.AbsoluteUri + "?periodicity=0");
        switch (await _fetcher.FetchAsync(whole ? new FetchRequest(list, _etag, _lastModified) : new FetchRequest(list), cancel))
        {
            case FetchResult.Fresh fresh when ParseList(fresh.Body) is { Count: > 0 } rates:
                (_etag, _lastModified) = (fresh.ETag, fresh.LastModified);
                var (past, trouble) = await HistoryAsync(rates.Where(r => instruments.Contains(r.Instrument)).ToList(), cancel);
                // The past first: whether a rate is of its day or of the working day before is seen by what is known of that day.
                _memory.Add(past, instruments, _clock.GetUtcNow(), null);
                var days = rates.Select(r => new FixDay(DayOf(r), new Dictionary<InstrumentId, decimal> { [r.Instrument] = r.Price })).ToList();
                return _memory.Add([.. past, .. days], instruments, _clock.GetUtcNow(), fresh.FreshUntil, trouble);
            case FetchResult.Fresh:
                return new FixResult.Failed("It sent something that is no list of rates.");
            case FetchResult.NotModified same:
                return new FixResult.Unchanged(same.FreshUntil);
            case FetchResult.Refused refused:
                return new FixResult.Failed(refused.Reason);
            case FetchResult.Failed failed:
                return new FixResult.Failed(failed.Reason, failed.RetryAfter);
            default:
                return new FixResult.Failed("Its address is gone.");
        }
    }

    /// <summary>
    /// The rates of the bank's list that we have instruments for, each for as many units as the instrument is priced in. Null when it
    /// is no list; an entry without a date, scale or rate is left out.
    /// </summary>
    public static IReadOnlyList<NbrbRate>? ParseList(byte[] body)
    {
        using var document = JsonFields.Parse(body);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Array } list)
            return null;
        var rates = new List<NbrbRate>();
        foreach (var entry in list.EnumerateArray())
        {
            if (entry.Text("Cur_Abbreviation") is { } code && Currencies.TryGetValue(code, out var instrument) && Day(entry) is { } day
                && entry.Whole("Cur_ID") is { } number && entry.Price("Cur_Scale") is { } scale && entry.Price("Cur_OfficialRate") is { } rate)
                rates.Add(new NbrbRate(instrument.Id, number, day, scale, rate * instrument.Scale / scale));
        }

        return rates;
    }

    /// <summary>One currency's rates by day, oldest first, only where a new one came into force; null when it is no list.</summary>
    /// <param name="rate">The currency, with the scale its rates are in.</param>
    public static IReadOnlyList<FixDay>? ParseHistory(byte[] body, NbrbRate rate)
    {
        using var document = JsonFields.Parse(body);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Array } list)
            return null;
        var scale = InstrumentList.All.First(i => i.Id == rate.Instrument).Scale / rate.Scale;
        var known = list.EnumerateArray().Where(e => e.Whole("Cur_ID") is null || e.Whole("Cur_ID") == rate.Number)
            .Select(e => (Day: Day(e), Price: e.Price("Cur_OfficialRate") * scale)).Where(e => e is { Day: not null, Price: not null }).OrderBy(e => e.Day);
        var days = new List<FixDay>();
        decimal? last = null;
        foreach (var (day, price) in known)
        {
            // The bank repeats a rate on days off; one that differs is new whatever the calendar says.
            if (MarketHours.Nbrb.IsFixDay(day!.Value) || price != last)
                days.Add(new FixDay(day.Value, new Dictionary<InstrumentId, decimal> { [rate.Instrument] = price!.Value }));
            last = price;
        }

        return days;
    }

    private static DateOnly? Day(JsonElement entry) => entry.Moment("Date") is { } moment ? DateOnly.FromDateTime(moment.UtcDateTime) : null;

    private async Task<(List<FixDay> Days, string? Trouble)> HistoryAsync(IReadOnlyList<NbrbRate> rates, CancellationToken cancel)
    {
        var days = new List<FixDay>();
        string? trouble = null;
        foreach (var rate in rates.Where(r => !_hasHistory.Contains(r.Instrument)))
        {
            var from = rate.Day.AddDays(-HistoryDays);
            var query = string.Create(CultureInfo.InvariantCulture, $"/dynamics/{rate.Number}?startDate={from:yyyy-MM-dd}&endDate={rate.Day:yyyy-MM-dd}");
            var answer = await _fetcher.FetchAsync(new FetchRequest(new Uri(_options.NbrbAddress.AbsoluteUri + query)), cancel);
            if (answer is FetchResult.Fresh fresh && ParseHistory(fresh.Body, rate) is { } past)
            {
                days.AddRange(past);
                _hasHistory.Add(rate.Instrument);
            }
            else
            {
                trouble = "Some of the days before are missing: "
                    + (answer switch { FetchResult.Failed f => f.Reason, FetchResult.Refused r => r.Reason, _ => "the answer is no list of rates." });
            }
        }

        return (days, trouble);
    }

    /// <summary>The day a rate came into force: on days off the bank dates the old one anew.</summary>
    private DateOnly DayOf(NbrbRate rate)
    {
        var day = MarketHours.Nbrb.FixDayUpTo(rate.Day);
        return _memory.Find(day, rate.Instrument) is { } known && known != rate.Price ? rate.Day : day;
    }
}
