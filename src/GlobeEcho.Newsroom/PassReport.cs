using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Newsroom;

/// <summary>What one pass did, stage by stage.</summary>
/// <param name="MoreWaiting">Pages are still to be read now: the batch was full.</param>
/// <param name="Seconds">How long each stage took.</param>
public sealed record PassReport(
    GatherReport Gathered, ReadReport Read, FoldReport Folded, WriteReport Written, MakeUpReport MadeUp, bool MoreWaiting, IReadOnlyDictionary<Stage, double> Seconds);
