using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Newsroom;

/// <summary>
/// The main flow. One pass takes every stage's backlog from the archive, does a bounded batch of it and saves;
/// a pass that is cut short anywhere loses nothing, and the next one goes on from there.
/// </summary>
public sealed class Newsroom(FeedDesk feeds, ArticleDesk articles, StoryDesk stories, DigestDesk digests, EditionDesk editions, TimeProvider clock)
{
    public async Task<PassReport> RunAsync(IProgress<PassProgress>? progress, CancellationToken cancel)
    {
        var times = new StageTimes(clock);
        var gathered = await times.MeasureAsync(Stage.Gather, () => feeds.GatherAsync(On(Stage.Gather, progress), cancel));
        var read = await times.MeasureAsync(Stage.Read, () => articles.ReadAsync(On(Stage.Read, progress), cancel));
        var folded = await times.MeasureAsync(Stage.Fold, () => stories.FoldAsync(On(Stage.Fold, progress), cancel));
        var written = await times.MeasureAsync(Stage.Write, () => digests.WriteAsync(On(Stage.Write, progress), cancel));
        var madeUp = await times.MeasureAsync(Stage.MakeUp, () => editions.MakeUpAsync(cancel));

        var waiting = await feeds.WaitingAsync(1, cancel);
        return new PassReport(gathered, read, folded, written, madeUp, MoreWaiting: waiting.Count > 0, times.Seconds);
    }

    private static StageProgress? On(Stage stage, IProgress<PassProgress>? progress) => progress is null ? null : new StageProgress(stage, progress);

    private sealed class StageProgress(Stage stage, IProgress<PassProgress> progress) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => progress.Report(new PassProgress(stage, value.Done, value.Total));
    }
}
