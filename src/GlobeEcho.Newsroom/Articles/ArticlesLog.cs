using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom.Articles;

internal static partial class ArticlesLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Address} is no article: {Reason}")]
    public static partial void Refused(ILogger log, Uri address, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Address} is tried again at {NextTry:u}: {Reason}")]
    public static partial void Later(ILogger log, Uri address, DateTimeOffset nextTry, string reason);
}
