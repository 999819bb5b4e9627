using System.Globalization;
using System.Xml;
using GlobeEcho.Newsroom.Fetching;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>Euro foreign exchange reference rates of the European Central Bank: the daily file, and the file of the days before once.</summary>
public sealed class EcbClient : IFixClient
{
    private const int MostCharacters = 20_000_000;

    private static readonly Dictionary<string, InstrumentId> Currencies =
        InstrumentList.All.Where(i => i is { Group: InstrumentGroup.Currencies, Base: "EUR", Unit: not "BYN" }).ToDictionary(i => i.Unit, i => i.Id);

    private readonly Fetcher _fetcher;
    private readonly TimeProvider _clock;
    private readonly MarketsOptions _options;
    private readonly FixMemory _memory;
    private bool _hasHistory;
    private string? _etag;
    private string? _lastModified;

    public EcbClient(Fetcher fetcher, IOptions<MarketsOptions> options, TimeProvider clock)
    {
        (_fetcher, _options, _clock) = (fetcher, options.Value, clock);
        _memory = new FixMemory(Maker, MarketHours.Ecb);
    }

    public MarketMaker Maker { get; } = new(
        "European Central Bank",
        "Source: European Central Bank, euro foreign exchange reference rates, fixed once on working days about 16:00 CET, for information only; change against the fix before.",
        new Uri("https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html"),
        QuoteKind.DailyFix);

    public bool IsOn => _options.UseEcb;

    public IReadOnlyList<InstrumentId> Instruments { get; } = [.. Currencies.Values];

    public MarketHours? Hours => MarketHours.Ecb;

    public async Task<FixResult> AskAsync(IReadOnlyCollection<InstrumentId> instruments, CancellationToken cancel)
    {
        var days = new List<FixDay>();
        string? trouble = null;
        if (!_hasHistory)
        {
            switch (await DaysAsync(new FetchRequest(_options.EcbHistoryAddress), cancel))
            {
                case (_, { } past, _):
                    days.AddRange(past);
                    _hasHistory = true;
                    break;
                case var (failed, _, _):
                    trouble = $"The days before are missing: {failed}";
                    break;
            }
        }

        var (reason, today, answer) = await DaysAsync(new FetchRequest(_options.EcbAddress, _etag, _lastModified), cancel);
        if (answer is FetchResult.NotModified same)
            return days.Count == 0 && trouble is null ? new FixResult.Unchanged(same.FreshUntil) : _memory.Add(days, instruments, _clock.GetUtcNow(), same.FreshUntil, trouble);
        if (today is null)
            return days.Count == 0 ? new FixResult.Failed(reason!, (answer as FetchResult.Failed)?.RetryAfter) : _memory.Add(days, instruments, _clock.GetUtcNow(), null, reason);
        var fresh = (FetchResult.Fresh)answer;
        (_etag, _lastModified) = (fresh.ETag, fresh.LastModified);
        return _memory.Add([.. days, .. today], instruments, _clock.GetUtcNow(), fresh.FreshUntil, trouble);
    }

    /// <summary>The days of a file, newest first as it has them; null when it is not one. Rates that are no numbers above zero are left out.</summary>
    public static IReadOnlyList<FixDay>? Parse(byte[] file)
    {
        var days = new List<FixDay>();
        Dictionary<InstrumentId, decimal>? rates = null;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters };
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(file, writable: false), settings);
            while (xml.Read())
            {
                if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Cube" })
                    continue;
                if (DateOnly.TryParseExact(xml.GetAttribute("time"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    days.Add(new FixDay(day, rates = []));
                else if (rates is not null && xml.GetAttribute("currency") is { } currency && Currencies.TryGetValue(currency, out var instrument)
                    && decimal.TryParse(xml.GetAttribute("rate"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate > 0)
                    rates[instrument] = rate;
            }
        }
        catch (XmlException)
        {
            return null;
        }

        days.RemoveAll(d => d.Prices.Count == 0);
        return days.Count == 0 ? null : days;
    }

    private async Task<(string? Reason, IReadOnlyList<FixDay>? Days, FetchResult Answer)> DaysAsync(FetchRequest request, CancellationToken cancel)
    {
        var answer = await _fetcher.FetchAsync(request, cancel);
        return answer switch
        {
            FetchResult.Fresh fresh => Parse(fresh.Body) is { } days ? (null, days, answer) : ("It sent something that is no list of rates.", null, answer),
            FetchResult.NotModified => (null, null, answer),
            FetchResult.Gone => ("Its address is gone.", null, answer),
            FetchResult.Refused refused => (refused.Reason, null, answer),
            FetchResult.Failed failed => (failed.Reason, null, answer),
            _ => throw new InvalidOperationException("An answer is one of these."),
        };
    }
}
