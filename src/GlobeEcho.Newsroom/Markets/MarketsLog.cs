using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom.Markets;

internal static partial class MarketsLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Maker}: prices are coming in")]
    public static partial void StreamOpened(ILogger log, string maker);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "{Maker}: the stream is gone after {Prices} prices ({Late} late or double, {Gaps} gaps): {Reason} It is opened again until it stays")]
    public static partial void StreamLost(ILogger log, string maker, string reason, long prices, long late, long gaps);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Maker}: {Reason}")]
    public static partial void Refused(ILogger log, string maker, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Maker}: {Reason}")]
    public static partial void Odd(ILogger log, string maker, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Instrument} is priced by {Maker} now")]
    public static partial void Switched(ILogger log, InstrumentId instrument, string maker);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Maker}: {Quotes} prices, the newest of {Newest:yyyy-MM-dd HH:mm} UTC")]
    public static partial void Fixed(ILogger log, string maker, int quotes, DateTimeOffset newest);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Maker} gave no prices: {Reason} The old ones stay up; it is asked again at {Next:HH:mm} UTC")]
    public static partial void FixFailed(ILogger log, string maker, string reason, DateTimeOffset next);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Maker} answered, but: {Trouble}")]
    public static partial void FixTroubled(ILogger log, string maker, string trouble);

    [LoggerMessage(Level = LogLevel.Information, Message = "Kraken gave no candles of the past: {Reason} It is asked again until it does")]
    public static partial void HistoryFailed(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Kraken has no past of {Symbol}: {Reason}")]
    public static partial void NoHistory(ILogger log, string symbol, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Kraken gave {Candles} candles of the past")]
    public static partial void HistoryTaken(ILogger log, int candles);

    [LoggerMessage(Level = LogLevel.Error, Message = "The board could not be saved; it is tried again")]
    public static partial void SaveFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Maker} cannot be listened to; the other sources go on, and it is tried again in a minute")]
    public static partial void SourceBroke(ILogger log, Exception exception, string maker);

    [LoggerMessage(Level = LogLevel.Information, Message = "The markets have stopped")]
    public static partial void Stopped(ILogger log);
}
