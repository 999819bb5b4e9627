using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Editions.Mail;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace GlobeEcho.Tests.Editions.Mail;

public sealed class MailRoundTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = new(2024, 5, 24, 6, 5, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-mail-").FullName;
    private readonly FakeTimeProvider _clock = new(Morning);
    private readonly MailOptions _options = new() { Host = "127.0.0.1", Security = MailSecurity.None, From = "paper@paper.example", To = { "ada@reader.example" } };
    private NewsArchive _archive = null!;
    private SmtpSpeaker _server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _archive = NewsArchive.Open(_folder);
        _server = new SmtpSpeaker();
        _options.Port = _server.Port;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _archive.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Letter_carries_both_parts_and_says_how_to_leave()
    {
        await Round().DeliverAsync(Letter(), Cancel);

        var (recipient, raw) = Assert.Single(_server.Taken);
        Assert.Equal("ada@reader.example", recipient);
        var message = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(raw)), Cancel);
        Assert.Equal("Globe Echo: Morning edition, grève à Łódź", message.Subject);
        Assert.Equal("\"Globe Echo\" <paper@paper.example>", message.From.ToString());
        Assert.Equal("The ferry sails. Grève à Łódź.", message.TextBody!.Trim());
        Assert.Contains("<h1>The ferry sails</h1>", message.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("<mailto:paper@paper.example?subject=unsubscribe>", message.Headers["List-Unsubscribe"]);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal(Morning, message.Date);
        Assert.DoesNotContain(_server.Commands, c => c.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Edition_is_sent_once_to_each_reader_however_often_the_paper_starts()
    {
        _options.To.Add("grace@reader.example");
        _options.To.Add("ADA@reader.example");

        var first = await Round().DeliverAsync(Letter(), Cancel);
        var again = await Round().DeliverAsync(Letter(), Cancel);

        Assert.Equal(new MailReport(2, 0, 0, true), first);
        Assert.Equal(first, again);
        Assert.Equal(["ada@reader.example", "grace@reader.example"], _server.Taken.Select(t => t.Recipient).Order());
        Assert.False(await Round().IsDueAsync(Letter().Name, Cancel));
        Assert.True(await Round().IsDueAsync("2024-05-24/evening", Cancel));
        Assert.DoesNotContain(_server.Taken, t => t.Message.Contains("grace", StringComparison.Ordinal) && t.Message.Contains("ada@", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RCPT", "451 come back later")]
    [InlineData("DATA.", "452 no room")]
    [InlineData("HELLO", "421 not now")]
    [InlineData("MAIL", "450 busy")]
    public async Task Server_that_is_busy_is_asked_again_after_growing_pauses(string word, string answer)
    {
        _server.Answer = (w, usual) => w == word ? answer : usual;

        Assert.Equal(new MailReport(0, 0, 1, false), await Round().DeliverAsync(Letter(), Cancel));
        Assert.False(await Round().IsDueAsync(Letter().Name, Cancel));
        _clock.Advance(TimeSpan.FromMinutes(2));
        await Round().DeliverAsync(Letter(), Cancel);
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(await Round().IsDueAsync(Letter().Name, Cancel));
        var tried = Assert.Single(await Round().LastAsync(10, Cancel));
        Assert.Equal((MailState.Waiting, 2, Morning.AddMinutes(6)), (tried.State, tried.Attempts, tried.NextTry));
        Assert.Contains(answer[4..], tried.Reason, StringComparison.Ordinal);

        _server.Answer = (_, usual) => usual;
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(new MailReport(1, 0, 0, true), await Round().DeliverAsync(Letter(), Cancel));
        Assert.Single(_server.Taken);
    }

    [Theory]
    [InlineData("RCPT", "550 nobody of that name")]
    [InlineData("DATA.", "554 not wanted here")]
    [InlineData("MAIL", "553 not from you")]
    public async Task Letter_the_server_does_not_want_is_not_sent_again(string word, string answer)
    {
        _server.Answer = (w, usual) => w == word ? answer : usual;

        Assert.Equal(new MailReport(0, 1, 0, true), await Round().DeliverAsync(Letter(), Cancel));
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.False(await Round().IsDueAsync(Letter().Name, Cancel));
        Assert.Contains(answer[..3], Assert.Single(await Round().LastAsync(10, Cancel)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HELLO")]
    [InlineData("EHLO")]
    [InlineData("DATA")]
    [InlineData("DATA.")]
    public async Task Dropped_connection_is_tried_again_under_the_same_name(string word)
    {
        _server.Answer = (w, usual) => w == word ? null : usual;
        Assert.Equal(new MailReport(0, 0, 1, false), await Round().DeliverAsync(Letter(), Cancel));

        _server.Answer = (_, usual) => usual;
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(new MailReport(1, 0, 0, true), await Round().DeliverAsync(Letter(), Cancel));
        var (_, raw) = Assert.Single(_server.Taken);
        var message = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(raw)), Cancel);
        Assert.Equal(32 + "@paper.example".Length, message.MessageId!.Length);
    }

    [Fact]
    public async Task Connection_dropped_after_the_letter_was_taken_does_not_send_it_twice()
    {
        _server.Answer = (w, usual) => w == "QUIT" ? null : usual;

        Assert.Equal(new MailReport(1, 0, 0, true), await Round().DeliverAsync(Letter(), Cancel));
        await Round().DeliverAsync(Letter(), Cancel);
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task Letter_that_was_under_way_when_the_paper_died_is_not_sent_again()
    {
        await using (var session = await _archive.WriteAsync(Cancel))
        {
            await new MailStore().SaveAsync(session, new MailTry(Letter().Name, "ada@reader.example", MailState.Sending, 1, Morning, Morning, null), Cancel);
            await session.CommitAsync(Cancel);
        }

        Assert.Equal(new MailReport(0, 1, 0, true), await Round().DeliverAsync(Letter(), Cancel));
        Assert.Empty(_server.Taken);
        Assert.Equal(MailState.Unknown, Assert.Single(await Round().LastAsync(10, Cancel)).State);
    }

    [Fact]
    public async Task One_reader_who_is_refused_keeps_nobody_else_from_the_paper()
    {
        _options.To.Insert(0, "nobody@reader.example");
        var refuse = false;
        _server.Answer = (w, usual) =>
        {
            if (w == "RCPT")
                refuse = _server.Commands.Last().Contains("nobody", StringComparison.Ordinal);
            return w == "RCPT" && refuse ? "550 no such reader" : usual;
        };

        Assert.Equal(new MailReport(1, 1, 0, true), await Round().DeliverAsync(Letter(), Cancel));
        Assert.Equal("ada@reader.example", Assert.Single(_server.Taken).Recipient);
    }

    [Fact]
    public async Task Wrong_password_and_a_closed_port_are_told_in_words()
    {
        _options.User = "paper";
        _options.Password = "wrong";
        _server.Answer = (w, usual) => w == "AUTH" ? "535 no" : usual;
        var client = new MailClient(Options.Create(_options), _clock);
        Assert.Contains("user or the password", Assert.IsType<MailResult.Failed>(await client.SendAsync(Letter(), "ada@reader.example", Cancel)).Reason, StringComparison.Ordinal);

        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        _options.Port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        Assert.Contains("broke off", Assert.IsType<MailResult.Failed>(await client.SendAsync(Letter(), "ada@reader.example", Cancel)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_cannot_do_tls_gets_no_letter_in_the_clear()
    {
        _options.Security = MailSecurity.StartTls;
        var client = new MailClient(Options.Create(_options), _clock);

        Assert.IsType<MailResult.Failed>(await client.SendAsync(Letter(), "ada@reader.example", Cancel));
        Assert.DoesNotContain(_server.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public void Options_that_cannot_send_stop_the_start()
    {
        Assert.Empty(Faults(new MailOptions()));
        Assert.Equal(["From", "To"], Faults(new MailOptions { Host = "mail.example" }));
        Assert.Equal(["Security"], Faults(new MailOptions { Host = "mail.example", From = "a@b.example", To = { "c@d.example" }, Security = MailSecurity.None, User = "a" }));
        Assert.Equal(["TimeZone"], Faults(new MailOptions { TimeZone = "Mars/Olympus" }));

        static IEnumerable<string> Faults(MailOptions options) => options.Validate(new ValidationContext(options)).SelectMany(v => v.MemberNames);
    }

    private MailRound Round() =>
        new(_archive, new MailStore(), new MailClient(Options.Create(_options), _clock), Options.Create(_options), _clock, NullLogger<MailRound>.Instance);

    private static MailLetter Letter() => new(
        "2024-05-24/morning", "Globe Echo: Morning edition, grève à Łódź", "The ferry sails. Grève à Łódź.\n", "<h1>The ferry sails</h1>", "Globe Echo", new Uri("https://paper.example/"));
}
