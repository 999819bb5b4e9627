namespace GlobeEcho.Newsroom.Editions.Mail;

/// <summary>How far a letter is. The numbers are stored.</summary>
public enum MailState
{
    /// <summary>It is being handed over; after a crash nobody knows whether the server has it.</summary>
    Sending = 0,

    Sent = 1,

    /// <summary>It did not work and is tried again.</summary>
    Waiting = 2,

    /// <summary>The server does not want it.</summary>
    Refused = 3,

    /// <summary>The process ended while it was handed over. It is not sent again: a letter too few is better than one twice.</summary>
    Unknown = 4,
}
