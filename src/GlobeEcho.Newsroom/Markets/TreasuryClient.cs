using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Fetching;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>Daily par yields of the US Treasury, month by month; the month before is asked for once, so that the first day of a month has a basis.</summary>
public sealed partial class TreasuryClient : IFixClient
{
    private static readonly Dictionary<string, InstrumentId> Fields = new()
    {
        ["BC_3MONTH"] = new("us-3m"),
        ["BC_2YEAR"] = new("us-2y"),
        ["BC_5YEAR"] = new("us-5y"),
        ["BC_10YEAR"] = new("us-10y"),
        ["BC_30YEAR"] = new("us-30y"),
    };

    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private readonly Fetcher _fetcher;
    private readonly TimeProvider _clock;
    private readonly MarketsOptions _options;
    private readonly FixMemory _memory;
    private DateOnly? _monthBefore;
    private FetchRequest? _last;

    public TreasuryClient(Fetcher fetcher, IOptions<MarketsOptions> options, TimeProvider clock)
    {
        (_fetcher, _options, _clock) = (fetcher, options.Value, clock);
        _memory = new FixMemory(Maker, MarketHours.UsTreasury);
    }

    public MarketMaker Maker { get; } = new(
        "US Treasury",
        "Source: US Department of the Treasury, daily par yield curve, set once on working days; change in percentage points against the day before.",
        new Uri("https://home.treasury.gov/policy-issues/financing-the-government/interest-rate-statistics"),
        QuoteKind.DailyFix);

    public bool IsOn => _options.UseTreasury;

    public IReadOnlyList<InstrumentId> Instruments { get; } = [.. Fields.Values];

    public MarketHours? Hours => MarketHours.UsTreasury;

    public async Task<FixResult> AskAsync(IReadOnlyCollection<InstrumentId> instruments, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_clock.GetUtcNow(), NewYork).DateTime);
        var month = new DateOnly(today.Year, today.Month, 1);
        var before = month.AddMonths(-1);
        var days = new List<FixDay>();
        string? trouble = null;
        if (_monthBefore != before)
        {
            var past = await _fetcher.FetchAsync(new FetchRequest(Address(before)), cancel);
            if (past is FetchResult.Fresh { Body: var old } && Parse(old) is { Count: > 0 } rows)
            {
                days.AddRange(rows);
                _monthBefore = before;
            }
            else
            {
                trouble = "The month before is missing: " + Why(past);
            }
        }

        var address = Address(month);
        var request = _last?.Address == address ? _last : new FetchRequest(address);
        var answer = await _fetcher.FetchAsync(request, cancel);
        if (answer is FetchResult.Fresh fresh && Parse(fresh.Body) is { } now && (now.Count > 0 || IsFeed(fresh.Body)))
        {
            _last = new FetchRequest(address, fresh.ETag, fresh.LastModified);
            return _memory.Add([.. days, .. now], instruments, _clock.GetUtcNow(), fresh.FreshUntil, trouble);
        }

        if (answer is FetchResult.NotModified same && days.Count == 0 && trouble is null)
            return new FixResult.Unchanged(same.FreshUntil);
        if (days.Count > 0 || answer is FetchResult.NotModified)
            return _memory.Add(days, instruments, _clock.GetUtcNow(), null, answer is FetchResult.NotModified ? trouble : Why(answer));
        return new FixResult.Failed(Why(answer), (answer as FetchResult.Failed)?.RetryAfter);
    }

    /// <summary>
    /// The rows of the feed, in any wrapper: the file has been seen in a stray HTML element and without its root. A yield that is
    /// empty is a gap, and so is one of exactly zero: the Treasury has printed that where there was none.
    /// </summary>
    public static IReadOnlyList<FixDay> Parse(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        if (text.Contains("&lt;d:NEW_DATE", StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        var days = new List<FixDay>();
        Dictionary<InstrumentId, decimal>? yields = null;
        foreach (Match field in Field().Matches(text))
        {
            var (name, value) = (field.Groups[1].Value, field.Groups[2].Value.Trim());
            if (name == "NEW_DATE")
            {
                yields = null;
                if (DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                    days.Add(new FixDay(DateOnly.FromDateTime(date), yields = []));
            }
            else if (yields is not null && Fields.TryGetValue(name, out var instrument)
                && decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent) && percent != 0)
            {
                yields[instrument] = percent;
            }
        }

        days.RemoveAll(d => d.Prices.Count == 0);
        return days;
    }

    /// <summary>A month that has just begun is the feed, by its title, without rows.</summary>
    private static bool IsFeed(byte[] body) => Encoding.UTF8.GetString(body).Contains("DailyTreasuryYieldCurveRateData", StringComparison.Ordinal);

    private static string Why(FetchResult answer) => answer switch
    {
        FetchResult.Failed failed => failed.Reason,
        FetchResult.Refused refused => refused.Reason,
        FetchResult.Gone => "its address is gone.",
        _ => "It sent something that is no list of yields.",
    };

    private Uri Address(DateOnly month) => new(string.Create(
        CultureInfo.InvariantCulture, $"{_options.TreasuryAddress.AbsoluteUri}{(_options.TreasuryAddress.Query.Length > 0 ? '&' : '?')}field_tdr_date_value_month={month:yyyyMM}"));

    // Atomic, so that no text makes it go back over what it has read.
    [GeneratedRegex(@"<d:((?>\w+))(?>[^<>]*)>((?>[^<]*))</d:")]
    private static partial Regex Field();
}
