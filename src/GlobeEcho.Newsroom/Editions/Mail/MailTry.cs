namespace GlobeEcho.Newsroom.Editions.Mail;

/// <summary>One recipient's letter of one edition.</summary>
/// <param name="Edition">"2024-05-24/morning".</param>
/// <param name="NextTry">Of a waiting one, UTC.</param>
/// <param name="Changed">When this was written, UTC.</param>
/// <param name="Reason">What the server or the network said; null when all is well.</param>
public sealed record MailTry(string Edition, string Recipient, MailState State, int Attempts, DateTimeOffset NextTry, DateTimeOffset Changed, string? Reason);
