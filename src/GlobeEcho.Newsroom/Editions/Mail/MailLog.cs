using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom.Editions.Mail;

internal static partial class MailLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The edition {Edition} was sent to {Sent} readers")]
    public static partial void Sent(ILogger log, string edition, int sent);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The edition {Edition} was not sent to one reader (try {Attempt}), and is tried again in {Minutes:0} minutes: {Reason}")]
    public static partial void Failed(ILogger log, string edition, int attempt, double minutes, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The edition {Edition} was not taken for one reader, and is not tried again: {Reason}")]
    public static partial void Refused(ILogger log, string edition, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The edition {Edition} may or may not have reached one reader when the paper stopped; it is not sent again")]
    public static partial void Unknown(ILogger log, string edition);
}
