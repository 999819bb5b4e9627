namespace GlobeEcho.Newsroom.Editions.Mail;

/// <summary>How the way to the mail server is kept secret.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the first byte (port 465).</summary>
    Tls,

    /// <summary>Plain first, then TLS or nothing is sent (port 587).</summary>
    StartTls,

    /// <summary>In the clear: for a server on this machine.</summary>
    None,
}
