using GlobeEcho.Newsroom.Editions.Mail;

namespace GlobeEcho.Site.BriefingPage;

/// <summary>When editions are sent: looked at every minute, so that a failed letter is tried again when its pause is over.</summary>
public sealed class BriefingMailLoop(BriefingMail mail, MailRound round, TimeProvider clock, ILogger<BriefingMailLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Sends what is due; returns what was done, or null when nothing was.</summary>
    public async Task<MailReport?> RunAsync(CancellationToken cancel)
    {
        if (mail.Due() is not { } slot || !await round.IsDueAsync(slot.Name, cancel) || await mail.WriteAsync(slot, cancel) is not { } letter)
            return null;
        return await round.DeliverAsync(letter, cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (true)
            {
                await TryAsync(stoppingToken);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            BriefingLog.Stopped(log);
        }
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await RunAsync(cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            // A full disk or a locked file must not end the post: the next minute tries again.
            BriefingLog.Failed(log, e);
        }
    }
}
