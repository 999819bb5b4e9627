using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom.Feeds;

internal static partial class FeedsLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Feed {Address}: {Items} items, {Added} new")]
    public static partial void Gathered(ILogger log, Uri address, int items, int added);

    [LoggerMessage(Level = LogLevel.Information, Message = "Feed {Address} failed ({Failures} in a row): {Reason}")]
    public static partial void Failed(ILogger log, Uri address, int failures, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Feed {Address} is gone for good and is not asked again")]
    public static partial void Gone(ILogger log, Uri address);

    [LoggerMessage(Level = LogLevel.Information, Message = "Feed {Address} has moved to {Target}")]
    public static partial void Moved(ILogger log, Uri address, Uri target);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The hub of {Topic} brought {Items} items, {Added} new")]
    public static partial void Pushed(ILogger log, Uri topic, int items, int added);

    [LoggerMessage(Level = LogLevel.Information, Message = "A delivery for {Topic} was not signed as agreed and is ignored")]
    public static partial void PushIgnored(ILogger log, Uri topic);
}
