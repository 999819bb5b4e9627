namespace GlobeEcho.Site.Live;

internal static partial class LiveLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of the price stream failed; the next one comes in a moment.")]
    public static partial void TurnFailed(this ILogger log, Exception reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cut {Count} readers of the price stream who had taken nothing for {Seconds} s.")]
    public static partial void Cut(this ILogger log, int count, int seconds);
}
