using GlobeEcho.Newsroom.Stories.Changes;
using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom.Stories;

internal static partial class StoriesLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Folded {Folded} articles: {Opened} opened a story, {Joined} joined one, {Merged} stories merged, {Parted} parted")]
    public static partial void Folded(this ILogger logger, int folded, int opened, int joined, int merged, int parted);

    [LoggerMessage(Level = LogLevel.Information, Message = "Remembered {Articles} articles in {Stories} stories from the archive")]
    public static partial void Remembered(this ILogger logger, int articles, int stories);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} of story {Story} and story {Other}: {Tellings} tellings{Undone}")]
    public static partial void Changed(this ILogger logger, ChangeKind kind, long story, long other, int tellings, string undone);
}
