using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace GlobeEcho.Newsroom.Editions.Mail;

/// <summary>
/// Hands letters to the operator's mail server (SMTP). The server is one the operator named, so it may be on a private address; nothing a
/// publisher writes leads there.
/// </summary>
public sealed class MailClient(IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>Sends one letter to one recipient. What the server or the way there does wrong is a result; only the caller's own cancellation is thrown.</summary>
    public async Task<MailResult> SendAsync(MailLetter letter, string recipient, CancellationToken cancel)
    {
        var set = options.Value;
        using var message = Message(letter, recipient);
        using var smtp = new SmtpClient { Timeout = set.TimeoutSeconds * 1000 };
        try
        {
            await smtp.ConnectAsync(set.Host, set.Port, set.Security switch
            {
                MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
                MailSecurity.StartTls => SecureSocketOptions.StartTls,
                _ => SecureSocketOptions.None,
            }, cancel);
            if (set.User.Length > 0)
                await smtp.AuthenticateAsync(set.User, set.Password, cancel);
            await smtp.SendAsync(message, cancel);
            await GoodbyeAsync(smtp, cancel);
            return new MailResult.Sent();
        }
        catch (Exception e) when (Reason(e, cancel) is { } result)
        {
            return result;
        }
    }

    // The letter is taken; how the server parts from us changes nothing about that.
    private static async Task GoodbyeAsync(SmtpClient smtp, CancellationToken cancel)
    {
        try
        {
            await smtp.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception e) when (e is IOException or SocketException or ProtocolException or CommandException or OperationCanceledException)
        {
            smtp.Dispose();
        }
    }

    private static MailResult? Reason(Exception e, CancellationToken cancel) => e switch
    {
        OperationCanceledException when cancel.IsCancellationRequested => null,
        // 5xx about this letter or its recipient; a 5xx about anything else may be mended by the operator.
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted or SmtpErrorCode.SenderNotAccepted } refused
            when (int)refused.StatusCode >= 500 => new MailResult.Refused($"The mail server answered {(int)refused.StatusCode}: {OneLine(refused.Message)}"),
        SmtpCommandException answer => new MailResult.Failed($"The mail server answered {(int)answer.StatusCode}: {OneLine(answer.Message)}"),
        AuthenticationException => new MailResult.Failed($"The mail server does not know the user or the password: {OneLine(e.Message)}"),
        SslHandshakeException => new MailResult.Failed("No secure connection: the server's certificate or TLS was refused."),
        NotSupportedException => new MailResult.Failed($"The mail server cannot do what is asked of it: {OneLine(e.Message)}"),
        OperationCanceledException or TimeoutException => new MailResult.Failed("The mail server did not answer in time."),
        SocketException or IOException => new MailResult.Failed($"The connection to the mail server broke off: {OneLine(e.Message)}"),
        ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException => new MailResult.Failed($"The mail server broke off or spoke no SMTP: {OneLine(e.Message)}"),
        _ => null,
    };

    private MimeMessage Message(MailLetter letter, string recipient)
    {
        var from = MailboxAddress.Parse(options.Value.From);
        if (string.IsNullOrEmpty(from.Name))
            from.Name = letter.Paper;
        var host = letter.Home.IsLoopback ? "globe-echo.invalid" : letter.Home.IdnHost;
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = clock.GetUtcNow(),
            // The same at every try: a server that has the letter already can tell.
            MessageId = $"{Hash($"{letter.Name}\n{recipient}\n{letter.Home}")}@{host}",
            Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody(),
        };
        message.From.Add(from);
        message.To.Add(MailboxAddress.Parse(recipient));
        // There is no list to leave by a click: whoever keeps the paper keeps it, and reads the answer.
        message.Headers.Add("List-Unsubscribe", $"<mailto:{from.Address}?subject=unsubscribe>");
        message.Headers.Add("List-Id", $"<editions.{host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Precedence", "list");
        return message;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 200 ? line : line[..200] + "…";
    }
}
