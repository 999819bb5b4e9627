using System.ComponentModel.DataAnnotations;
using MimeKit;

namespace GlobeEcho.Newsroom.Editions.Mail;

/// <summary>The morning and the evening edition by e-mail. Configuration section <c>Mail</c>.</summary>
public sealed class MailOptions : IValidatableObject
{
    /// <summary>The mail server that takes the letters (SMTP); empty sends nothing.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary>How the way to it is kept secret; a password is never sent in the clear to another machine.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Your name there; empty logs in as nobody.</summary>
    public string User { get; set; } = "";

    /// <summary>Your password there; better set in the environment.</summary>
    public string Password { get; set; } = "";

    /// <summary>Whom the letters are from: an address, or a name with one in angle brackets.</summary>
    public string From { get; set; } = "";

    /// <summary>Who gets them, each a letter of their own.</summary>
    public IList<string> To { get; } = [];

    /// <summary>Which editions are sent.</summary>
    public MailEditions Editions { get; set; } = MailEditions.Both;

    /// <summary>On whose clock the editions close, an IANA name; empty is the paper's.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>Minutes after an edition closes at 6:00 or 18:00 until it is sent.</summary>
    [Range(0, 600)]
    public int DelayMinutes { get; set; } = 5;

    /// <summary>Seconds the server may take for each answer.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 60;

    public bool IsOn => Host.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult("this machine knows no such time zone", [nameof(TimeZone)]);
        if (!IsOn)
            yield break;
        if (!MailboxAddress.TryParse(From, out _))
            yield return new ValidationResult("no e-mail address", [nameof(From)]);
        if (To.Count == 0 || To.Any(t => !MailboxAddress.TryParse(t, out _)))
            yield return new ValidationResult("a list of at least one e-mail address, each of which can be read", [nameof(To)]);
        if (Security == MailSecurity.None && User.Length > 0 && Host is not ("localhost" or "127.0.0.1" or "::1"))
            yield return new ValidationResult("a password would go over the wire in the clear; use StartTls or Tls", [nameof(Security)]);
    }
}
