using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom;

/// <summary>When a pass runs: one after another, without a pause while pages are waiting.</summary>
public sealed class NewsroomLoop(Newsroom newsroom, TimeProvider clock, IOptions<NewsroomOptions> options, ILogger<NewsroomLoop> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The pages are served first; the newsroom follows.
        await Task.Yield();
        var pause = TimeSpan.FromSeconds(options.Value.PassEverySeconds);
        try
        {
            while (true)
            {
                if (!await TryPassAsync(stoppingToken))
                    await Task.Delay(pause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            NewsroomLog.Stopped(log);
        }
    }

    /// <summary>Returns whether the next pass should follow at once.</summary>
    private async Task<bool> TryPassAsync(CancellationToken cancel)
    {
        try
        {
            var started = clock.GetTimestamp();
            var report = await newsroom.RunAsync(null, cancel);
            if (report.Gathered.Asked + report.Read.Tried + report.Folded.Folded + report.Written.Stories > 0)
            {
                NewsroomLog.Passed(
                    log,
                    report.Gathered.Asked,
                    report.Gathered.Failed,
                    report.Gathered.NewEntries,
                    report.Read.Read,
                    report.Folded.Opened,
                    report.Folded.Joined,
                    report.Written.Stories,
                    clock.GetElapsedTime(started).TotalSeconds);
            }

            return report.MoreWaiting;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            // A full disk or a locked file must not end the paper: the last edition stays up and the next pass tries again.
            NewsroomLog.PassFailed(log, e);
            return false;
        }
    }
}
