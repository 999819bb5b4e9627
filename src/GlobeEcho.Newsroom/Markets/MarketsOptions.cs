using System.ComponentModel.DataAnnotations;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>Where prices come from and how long they are kept. Configuration section <c>Markets</c>.</summary>
public sealed class MarketsOptions
{
    /// <summary>Live crypto prices from Kraken.</summary>
    public bool UseKraken { get; set; } = true;

    /// <summary>Kraken's WebSocket address, version 2.</summary>
    [Required]
    public Uri KrakenAddress { get; set; } = new("wss://ws.kraken.com/v2");

    /// <summary>Kraken's candles of the past, asked for after a start and once a day.</summary>
    public bool UseKrakenHistory { get; set; } = true;

    /// <summary>Kraken's candles; pair and length are added to it.</summary>
    [Required]
    public Uri KrakenHistoryAddress { get; set; } = new("https://api.kraken.com/0/public/OHLC");

    /// <summary>Live crypto prices from Coinbase Exchange, used for what Kraken does not send.</summary>
    public bool UseCoinbase { get; set; } = true;

    /// <summary>Coinbase Exchange's WebSocket address.</summary>
    [Required]
    public Uri CoinbaseAddress { get; set; } = new("wss://ws-feed.exchange.coinbase.com");

    /// <summary>Daily reference rates of the European Central Bank.</summary>
    public bool UseEcb { get; set; } = true;

    /// <summary>The rates of the day.</summary>
    [Required]
    public Uri EcbAddress { get; set; } = new("https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml");

    /// <summary>The rates of the days before, asked for once after a start: the last 90 days, or <c>eurofxref-hist.xml</c> for all since 1999.</summary>
    [Required]
    public Uri EcbHistoryAddress { get; set; } = new("https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml");

    /// <summary>Official rates of the National Bank of the Republic of Belarus.</summary>
    public bool UseNbrb { get; set; } = true;

    /// <summary>The bank's list of rates; the history of one currency is below it, <c>dynamics/</c>.</summary>
    [Required]
    public Uri NbrbAddress { get; set; } = new("https://api.nbrb.by/exrates/rates");

    /// <summary>Daily par yields of the US Treasury.</summary>
    public bool UseTreasury { get; set; } = true;

    /// <summary>The Treasury's yield curve; the month is added to it.</summary>
    [Required]
    public Uri TreasuryAddress { get; set; } = new("https://home.treasury.gov/resource-center/data-chart-center/interest-rates/pages/xml?data=daily_treasury_yield_curve");

    /// <summary>Delayed indices, commodities and shares from Yahoo's chart pages. Undocumented and without a licence: your decision.</summary>
    public bool UseYahoo { get; set; }

    /// <summary>Yahoo's chart pages; the symbol is added to it.</summary>
    [Required]
    public Uri YahooAddress { get; set; } = new("https://query1.finance.yahoo.com/v8/finance/chart/");

    /// <summary>Your key at Finnhub, for shares; empty does not ask it. Read its terms on showing prices to others.</summary>
    public string FinnhubKey { get; set; } = "";

    /// <summary>Finnhub's quotes.</summary>
    [Required]
    public Uri FinnhubAddress { get; set; } = new("https://finnhub.io/api/v1/quote");

    /// <summary>Your key at Twelve Data, for shares; empty does not ask it. Read its terms on showing prices to others.</summary>
    public string TwelveDataKey { get; set; } = "";

    /// <summary>Twelve Data's quotes.</summary>
    [Required]
    public Uri TwelveDataAddress { get; set; } = new("https://api.twelvedata.com/quote");

    /// <summary>Minutes between two questions for delayed prices.</summary>
    [Range(1, 1440)]
    public int DelayedMinutes { get; set; } = 15;

    /// <summary>Seconds between two savings of the board and the candles.</summary>
    [Range(1, 3600)]
    public int FlushSeconds { get; set; } = 10;

    /// <summary>Days for which candles of a minute are kept.</summary>
    [Range(1, 60)]
    public int MinuteDays { get; set; } = 2;

    /// <summary>Days for which candles of an hour are kept.</summary>
    [Range(2, 3650)]
    public int HourDays { get; set; } = 90;

    /// <summary>Days for which candles of a day are kept.</summary>
    [Range(31, 36_500)]
    public int DayDays { get; set; } = 3650;
}
