namespace GlobeEcho.Newsroom.Editions.Mail;

/// <summary>Which of the day's editions are sent.</summary>
public enum MailEditions
{
    Both,
    Morning,
    Evening,
}
