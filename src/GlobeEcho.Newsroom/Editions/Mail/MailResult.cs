namespace GlobeEcho.Newsroom.Editions.Mail;

/// <summary>What came of handing over one letter.</summary>
public abstract record MailResult
{
    private MailResult()
    {
    }

    /// <summary>The server has taken it.</summary>
    public sealed record Sent : MailResult;

    /// <summary>The server will not take it, now or later (5xx).</summary>
    public sealed record Refused(string Reason) : MailResult;

    /// <summary>It did not work this time.</summary>
    public sealed record Failed(string Reason) : MailResult;
}
