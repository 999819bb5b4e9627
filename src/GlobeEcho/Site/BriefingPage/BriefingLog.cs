namespace GlobeEcho.Site.BriefingPage;

internal static partial class BriefingLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Sending the edition failed; it is tried again in a minute")]
    public static partial void Failed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The post has stopped")]
    public static partial void Stopped(ILogger log);
}
