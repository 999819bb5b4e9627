using GlobeEcho.Newsroom.Editions.Mail;
using GlobeEcho.Site.Shell;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Site.BriefingPage;

/// <summary>Decides which edition is to be sent now, and writes its letter.</summary>
public sealed class BriefingMail(BriefingQuery query, MailRound round, PaperTime time, IOptions<MailOptions> mail, IOptions<SiteOptions> site)
{
    // After a longer silence the edition is no news any more; the next one follows.
    private static readonly TimeSpan Late = TimeSpan.FromHours(6);

    /// <summary>Whose morning it is.</summary>
    public TimeZoneInfo Zone => ReaderZone.Find(mail.Value.TimeZone) ?? time.TimeZone;

    /// <summary>The edition whose hour for the post has come; null when none is to be sent now.</summary>
    public BriefingSlot? Due()
    {
        if (!mail.Value.IsOn)
            return null;
        var slot = BriefingSlot.Last(time.Now.AddMinutes(-mail.Value.DelayMinutes), Zone);
        return IsWanted(slot.Kind) && time.Now - slot.ClosesAt(Zone) < Late + TimeSpan.FromMinutes(mail.Value.DelayMinutes) ? slot : null;
    }

    /// <summary>The letter of an edition; null when the paper has none.</summary>
    public async Task<MailLetter?> WriteAsync(BriefingSlot slot, CancellationToken cancel)
    {
        if (await query.LoadAsync(slot, Zone, cancel) is not { } edition)
            return null;
        var (paper, home) = (site.Value.Name, Home);
        return new MailLetter(
            slot.Name, $"{paper}: {BriefingPrint.Title(edition)}", BriefingPrint.Text(edition, paper, home), BriefingPrint.Page(edition, paper, home), paper, home);
    }

    /// <summary>How the last edition's letters fared, for the operator; null when none are sent.</summary>
    public async Task<string?> StatusAsync(CancellationToken cancel)
    {
        if (!mail.Value.IsOn)
            return null;
        var last = await round.LastAsync(200, cancel);
        if (last.Count == 0)
            return "No letter was sent yet.";
        var letters = last.Where(l => l.Edition == last[0].Edition).ToList();
        var bad = letters.Find(l => l.State != MailState.Sent);
        return $"{last[0].Edition}: {Count.Of(letters.Count(l => l.State == MailState.Sent))} of {Count.Of(letters.Count, "letter")} sent."
            + (bad is null ? "" : $" {bad.Recipient}, {bad.State.ToString().ToLowerInvariant()} after {Count.Of(bad.Attempts, "try", "tries")}: {bad.Reason}");
    }

    /// <summary>A letter that only shows that letters arrive.</summary>
    public MailLetter Test() => new(
        $"test/{time.Now.ToUnixTimeMilliseconds()}",
        $"{site.Value.Name}: a test",
        $"This is a test of {site.Value.Name}. Its editions reach you.\n",
        $"<p>This is a test of {System.Net.WebUtility.HtmlEncode(site.Value.Name)}. Its editions reach you.</p>",
        site.Value.Name,
        Home);

    // Without a public address the links lead to the machine the paper is on.
    private Uri Home => site.Value.Address ?? new Uri("http://localhost:5080/");

    private bool IsWanted(BriefingKind kind) => mail.Value.Editions switch
    {
        MailEditions.Morning => kind == BriefingKind.Morning,
        MailEditions.Evening => kind == BriefingKind.Evening,
        _ => true,
    };
}
