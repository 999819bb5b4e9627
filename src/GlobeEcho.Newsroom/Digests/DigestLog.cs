using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom.Digests;

internal static partial class DigestLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Wrote {Stories} digests: {Claims} claims, {Dropped} refused, {Empty} stories without a sentence")]
    public static partial void Wrote(ILogger log, int stories, int claims, int dropped, int empty);

    [LoggerMessage(Level = LogLevel.Information, Message = "Story {Story} followed a correction of {Publisher} ({Outcome}): {Claims} claims rested on it, {TakenOut} are taken out")]
    public static partial void Followed(ILogger log, long story, string publisher, Articles.RevisionOutcome outcome, int claims, int takenOut);

    [LoggerMessage(Level = LogLevel.Information, Message = "Story {Story} stays an extract: {Reason}: {Words}")]
    public static partial void FellBack(ILogger log, long story, Model.ModelFallback reason, string words);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Story {Story}: a claim was refused: {Fault}")]
    public static partial void Refused(ILogger log, long story, CitationFault fault);
}
