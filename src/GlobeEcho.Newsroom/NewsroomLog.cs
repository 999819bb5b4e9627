using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom;

internal static partial class NewsroomLog
{
    [LoggerMessage(Level = LogLevel.Information,
        Message = "Pass: {Feeds} feeds asked ({Failed} failed), {Entries} new entries, {Articles} articles read, {Opened} stories opened, {Joined} tellings joined, {Digests} digests written in {Seconds:0.0} s")]
    public static partial void Passed(ILogger log, int feeds, int failed, int entries, int articles, int opened, int joined, int digests, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The pass failed; the last edition stays up and the next pass tries again")]
    public static partial void PassFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The newsroom has stopped")]
    public static partial void Stopped(ILogger log);
}
