using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GlobeEcho.Tests.Editions.Mail;

/// <summary>A mail server on loopback that speaks enough SMTP, stores what it takes, and answers as a test tells it.</summary>
internal sealed class SmtpSpeaker : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public SmtpSpeaker()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<(string Recipient, string Message)> Taken { get; } = new();

    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>What is said to a command, by its first word; null drops the connection. "DATA." is the end of a message.</summary>
    public Func<string, string, string?> Answer { get; set; } = (_, usual) => usual;

    public async ValueTask DisposeAsync()
    {
        // The listener goes last: asked for a client after it stopped, it would be misused.
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await SpeakAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
        {
            Assert.True(_stop.IsCancellationRequested, e.Message);
        }
    }

    private async Task SpeakAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        if (!await SayAsync(writer, "HELLO", "220 mail.test ready"))
            return;
        var recipient = "";
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            Commands.Enqueue(line);
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "RCPT")
                recipient = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
            var usual = word switch
            {
                "EHLO" => "250-mail.test\r\n250 AUTH PLAIN",
                "AUTH" => "235 welcome",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 fine",
            };
            if (!await SayAsync(writer, word, usual) || word == "QUIT")
                return;
            if (word == "DATA" && Answer(word, usual)!.StartsWith('3') && !await TakeAsync(reader, writer, recipient))
                return;
        }
    }

    private async Task<bool> TakeAsync(StreamReader reader, StreamWriter writer, string recipient)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        if (!await SayAsync(writer, "DATA.", "250 taken"))
            return false;
        if (Answer("DATA.", "250 taken")!.StartsWith('2'))
            Taken.Enqueue((recipient, message.ToString()));
        return true;
    }

    private async Task<bool> SayAsync(StreamWriter writer, string word, string usual)
    {
        if (Answer(word, usual) is not { } answer)
            return false;
        await writer.WriteLineAsync(answer.AsMemory(), _stop.Token);
        return true;
    }
}
