using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom.Editions;

internal static partial class EditionLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Made up an edition of {Placed} stories out of {Stories}")]
    public static partial void MadeUp(ILogger log, int placed, int stories);
}
