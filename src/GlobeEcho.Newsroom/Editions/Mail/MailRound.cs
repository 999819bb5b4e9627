using GlobeEcho.Newsroom.Archive;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Editions.Mail;

/// <summary>
/// Delivers an edition, once to each recipient: the archive knows of every letter before it leaves and what came of it, so that no
/// restart sends one twice. One delivery at a time.
/// </summary>
public sealed class MailRound(NewsArchive archive, MailStore store, MailClient client, IOptions<MailOptions> options, TimeProvider clock, ILogger<MailRound> log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private IEnumerable<string> Recipients => options.Value.To.Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether anybody is to get the edition now.</summary>
    public async Task<bool> IsDueAsync(string edition, CancellationToken cancel)
    {
        var known = await KnownAsync(edition, cancel);
        return Recipients.Any(r => IsDue(known.GetValueOrDefault(r)));
    }

    public async Task<MailReport> DeliverAsync(MailLetter letter, CancellationToken cancel)
    {
        var known = await KnownAsync(letter.Name, cancel);
        foreach (var recipient in Recipients.ToList())
        {
            if (known.GetValueOrDefault(recipient) is { State: MailState.Sending } left)
            {
                MailLog.Unknown(log, letter.Name);
                await SaveAsync(left with { State = MailState.Unknown, Changed = clock.GetUtcNow(), Reason = "The paper stopped while the letter was handed over." }, cancel);
            }
            else if (IsDue(known.GetValueOrDefault(recipient)))
            {
                await SendAsync(letter, recipient, known.GetValueOrDefault(recipient)?.Attempts ?? 0, cancel);
            }
        }

        var now = await KnownAsync(letter.Name, cancel);
        var report = new MailReport(
            now.Values.Count(t => t.State == MailState.Sent),
            now.Values.Count(t => t.State is MailState.Refused or MailState.Unknown),
            now.Values.Count(t => t.State == MailState.Waiting),
            Recipients.All(r => now.GetValueOrDefault(r)?.State is MailState.Sent or MailState.Refused or MailState.Unknown));
        if (report.Sent > known.Values.Count(t => t.State == MailState.Sent))
            MailLog.Sent(log, letter.Name, report.Sent);
        return report;
    }

    /// <summary>What was done last, the newest first.</summary>
    public async Task<IReadOnlyList<MailTry>> LastAsync(int limit, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.LastAsync(session, limit, cancel);
    }

    private bool IsDue(MailTry? known) => known is null or { State: MailState.Sending } || (known.State == MailState.Waiting && known.NextTry <= clock.GetUtcNow());

    private async Task SendAsync(MailLetter letter, string recipient, int attempts, CancellationToken cancel)
    {
        var tried = new MailTry(letter.Name, recipient, MailState.Sending, attempts + 1, clock.GetUtcNow(), clock.GetUtcNow(), null);
        await SaveAsync(tried, cancel);
        var result = await client.SendAsync(letter, recipient, cancel);
        var now = clock.GetUtcNow();
        var pause = Pause(attempts);
        switch (result)
        {
            case MailResult.Failed failed:
                MailLog.Failed(log, letter.Name, attempts + 1, pause.TotalMinutes, failed.Reason);
                break;
            case MailResult.Refused refused:
                MailLog.Refused(log, letter.Name, refused.Reason);
                break;
        }

        // Once the server has answered, that is kept even while the paper stops.
        await SaveAsync(
            result switch
            {
                MailResult.Sent => tried with { State = MailState.Sent, Changed = now },
                MailResult.Refused refused => tried with { State = MailState.Refused, Changed = now, Reason = refused.Reason },
                MailResult.Failed failed => tried with { State = MailState.Waiting, Changed = now, NextTry = now + pause, Reason = failed.Reason },
                _ => throw new InvalidOperationException($"Unknown result {result.GetType().Name}."),
            },
            CancellationToken.None);
    }

    private static TimeSpan Pause(int attempts)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempts, 20));
        return pause < LongestPause ? pause : LongestPause;
    }

    private async Task<IReadOnlyDictionary<string, MailTry>> KnownAsync(string edition, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return (await store.FindAsync(session, edition, cancel)).ToDictionary(t => t.Recipient, StringComparer.OrdinalIgnoreCase);
    }

    private async Task SaveAsync(MailTry letter, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        await store.SaveAsync(session, letter, cancel);
        await session.CommitAsync(cancel);
    }
}
