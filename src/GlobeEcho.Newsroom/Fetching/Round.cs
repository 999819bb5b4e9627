using System.Threading.Channels;

namespace GlobeEcho.Newsroom.Fetching;

/// <summary>Many addresses asked at once, and what comes of them saved by one, as it comes.</summary>
internal static class Round
{
    /// <param name="addressOf">Hosts are asked by turns, so that one with many addresses does not keep the others waiting behind its own manners.</param>
    /// <param name="ahead">Outcomes that may wait to be saved.</param>
    /// <param name="save">Reads outcomes until there are no more. When it fails, nothing more is asked.</param>
    /// <returns>What saving made of them. What went wrong while asking is thrown, after what was answered is saved.</returns>
    public static async Task<TReport> RunAsync<TAsked, TOutcome, TReport>(
        IReadOnlyList<TAsked> asked, Func<TAsked, Uri> addressOf, int concurrency, int ahead,
        Func<TAsked, CancellationToken, Task<TOutcome>> ask, Func<ChannelReader<TOutcome>, Task<TReport>> save, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var outcomes = Channel.CreateBounded<TOutcome>(ahead);
        var byTurns = asked.GroupBy(a => addressOf(a).Authority).SelectMany(g => g.Select((one, turn) => (one, turn))).OrderBy(a => a.turn).Select(a => a.one);
        var asking = AskAsync(byTurns, concurrency, ask, outcomes.Writer, stop.Token);
        try
        {
            var report = await save(outcomes.Reader);
            await asking;
            return report;
        }
        finally
        {
            await stop.CancelAsync();
            await asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task AskAsync<TAsked, TOutcome>(
        IEnumerable<TAsked> asked, int concurrency, Func<TAsked, CancellationToken, Task<TOutcome>> ask, ChannelWriter<TOutcome> outcomes, CancellationToken cancel)
    {
        try
        {
            var several = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancel };
            await Parallel.ForEachAsync(asked, several, async (one, each) => await outcomes.WriteAsync(await ask(one, each), each));
        }
        finally
        {
            outcomes.Complete();
        }
    }
}
