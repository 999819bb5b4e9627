using System.CommandLine;
using System.Globalization;
using GlobeEcho.Newsroom.Editions.Mail;
using GlobeEcho.Site.BriefingPage;
using GlobeEcho.Site.Shell;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo mail</c>: whether editions reach their readers, and what they look like.</summary>
internal static class MailCommand
{
    private static readonly Option<bool> Html = new("--html") { Description = "Write the markup part instead of the text part." };

    /// <param name="open">Makes the paper's services for the command line that was given; the command disposes them.</param>
    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var test = new Command("test", "Send a short test letter to every recipient, and say what the mail server answered.") { CommandOptions.Data };
        test.SetAction((line, cancel) => TestAsync(line, open, cancel));
        var preview = new Command("preview", "Write the newest edition as it would be sent.") { CommandOptions.Data, Html };
        preview.SetAction((line, cancel) => PreviewAsync(line, open, cancel));
        var status = new Command("status", "Show the last letters and what became of them.") { CommandOptions.Data };
        status.SetAction((line, cancel) => StatusAsync(line, open, cancel));
        return new Command("mail", "The morning and the evening edition by e-mail: test, preview, status.") { test, preview, status };
    }

    private static async Task<int> TestAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        await using var services = open(line);
        var options = services.GetRequiredService<IOptions<MailOptions>>().Value;
        if (!options.IsOn)
            throw new OperatorException("No mail server is set. Set Mail:Host, Mail:From and Mail:To (docs/configuration.md).");
        var letter = services.GetRequiredService<BriefingMail>().Test();
        var good = true;
        foreach (var recipient in options.To)
        {
            var result = await services.GetRequiredService<MailClient>().SendAsync(letter, recipient, cancel);
            good &= result is MailResult.Sent;
            await line.InvocationConfiguration.Output.WriteLineAsync($"{recipient}: {Words(result)}");
        }

        return good ? 0 : 1;
    }

    private static async Task<int> PreviewAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        await using var services = open(line);
        var mail = services.GetRequiredService<BriefingMail>();
        var last = BriefingSlot.Last(services.GetRequiredService<PaperTime>().Now, mail.Zone);
        var letter = await mail.WriteAsync(last, cancel) ?? await mail.WriteAsync(last.Before, cancel)
            ?? throw new OperatorException("There is no edition yet. Run globe-echo pass or serve first.");
        var output = line.InvocationConfiguration.Output;
        if (!line.GetValue(Html))
            await output.WriteLineAsync($"Subject: {letter.Subject}{Environment.NewLine}");
        await output.WriteLineAsync(line.GetValue(Html) ? letter.Html : letter.Text);
        return 0;
    }

    private static async Task<int> StatusAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        await using var services = open(line);
        var letters = await services.GetRequiredService<MailRound>().LastAsync(40, cancel);
        foreach (var letter in letters)
        {
            await line.InvocationConfiguration.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{letter.Edition,-20} {letter.State.ToString().ToLowerInvariant(),-8} {letter.Recipient}  {letter.Changed:yyyy-MM-dd HH:mm} UTC, try {letter.Attempts}{(letter.Reason is null ? "" : ": " + letter.Reason)}"));
        }

        if (letters.Count == 0)
            await line.InvocationConfiguration.Output.WriteLineAsync("No letter was sent yet.");
        return 0;
    }

    private static string Words(MailResult result) => result switch
    {
        MailResult.Sent => "sent",
        MailResult.Refused refused => "refused. " + refused.Reason,
        MailResult.Failed failed => "failed. " + failed.Reason,
        _ => throw new InvalidOperationException($"Unknown result {result.GetType().Name}."),
    };
}
