using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>When a round of the weather runs: as soon as something is due, or a reader wants a place that is not kept yet.</summary>
public sealed class WeatherLoop(WeatherDesk desk, TimeProvider clock, ILogger<WeatherLoop> log) : BackgroundService
{
    // Looks are noted in a round, so there is one at least this often.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    // Readers who want one new place after another do not make the loop run hot.
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The pages are served first; the weather follows.
        await Task.Yield();
        try
        {
            while (true)
            {
                await desk.WaitAsync(await TryRoundAsync(stoppingToken), stoppingToken);
                await Task.Delay(LeastPause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            WeatherLog.Stopped(log);
        }
    }

    /// <summary>Returns how long the next round may wait.</summary>
    private async Task<TimeSpan> TryRoundAsync(CancellationToken cancel)
    {
        try
        {
            var report = await desk.RefreshAsync(cancel);
            if (report.Asked > 0)
                WeatherLog.Round(log, report.Asked, report.Fresh, report.Unchanged, report.Failed);
            var wait = report.MoreWaiting ? TimeSpan.Zero : report.NextDue is { } due ? due - clock.GetUtcNow() : LongestPause;
            return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestPause ? wait : LongestPause;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            // A full disk or a locked file must not end the weather: what is kept stays up and the next round tries again.
            WeatherLog.RoundFailed(log, e);
            return LongestPause;
        }
    }
}
