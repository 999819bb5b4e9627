namespace GlobeEcho.Newsroom.Editions.Mail;

/// <summary>What one delivery did.</summary>
/// <param name="Waiting">To be tried again.</param>
/// <param name="Settled">Everybody has the edition or will not get it: nothing is left to do for it.</param>
public sealed record MailReport(int Sent, int Refused, int Waiting, bool Settled);
