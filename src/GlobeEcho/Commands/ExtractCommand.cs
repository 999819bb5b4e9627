using System.CommandLine;
using System.Threading.Channels;
using GlobeEcho.Newsroom.Fetching;
using Spectre.Console;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo extract</c>: the articles in pages, from files, folders, standard input or the web.</summary>
public static class ExtractCommand
{
    private static readonly Argument<string[]> Pages = new("page")
    {
        Description = "Files or folders (.html, .htm, .warc, each also .gz), http(s) addresses, or - for standard input.",
        HelpName = "PATH|URL",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Format = Formats();

    private static readonly Option<Uri?> Url = Urls();

    public static Command Create(Func<ParseResult, IServiceProvider> services)
    {
        var command = new Command("extract",
            """
            Take the article out of pages: headline, byline, dates, language and text.

            Each page is one line of JSON, in the order given: what it is (kind, is_article, and the reason when it is none), what it says of
            itself, its text, and where in the text each paragraph, heading, list item or quote stands. Pages are read side by side. A page
            that cannot be read is one line with its error, and the others go on. The end is 0 when at least one page could be read.

              globe-echo extract page.html --format text                 what a reader would read
              globe-echo extract page.html --url https://paper.example/  a saved page: its links are read against this address
              globe-echo extract https://paper.example/story --format markdown
              globe-echo extract saved-pages/ crawl.warc.gz > articles.jsonl
              curl -s https://paper.example/story | globe-echo extract - | jq .headline
            """) { Pages, Format, Url };
        command.SetAction((parsed, cancel) => RunAsync(parsed, services, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<ParseResult, IServiceProvider> services, CancellationToken cancel)
    {
        var given = parsed.GetValue(Pages)!;
        var sources = given.SelectMany(ExtractSource.Find).ToList();
        if (parsed.GetValue(Url) is { } url)
            sources = [.. sources.Select(s => s.IsArchive || s.Address is not null ? s : s with { Address = url, IsAtHand = true })];
        // The archive stays closed for pages at hand: the fetcher is asked for only when there is an address.
        var provider = sources.Any(s => s.IsToFetch) ? services(parsed) : null;
        try
        {
            var fetcher = provider?.GetRequiredService<Fetcher>();
            var format = parsed.GetValue(Format)!;
            if (Console.IsErrorRedirected || sources.Count < 2)
                return await WriteAsync(sources, fetcher, format, null, cancel);
            var bars = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            return await bars.Progress().AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(progress => WriteAsync(sources, fetcher, format, progress.AddTask("Pages", maxValue: sources.Count), cancel));
        }
        finally
        {
            if (provider is IAsyncDisposable open)
                await open.DisposeAsync();
        }
    }

    /// <summary>Pages are read side by side and written in the order asked for.</summary>
    private static async Task<int> WriteAsync(List<ExtractSource> sources, Fetcher? fetcher, string format, ProgressTask? bar, CancellationToken cancel)
    {
        var lines = Channel.CreateBounded<Task<ExtractLine>>(2 * Environment.ProcessorCount);
        var reading = Task.Run(
            async () =>
            {
                try
                {
                    foreach (var source in sources)
                        await StartAsync(source, fetcher, lines.Writer, bar, cancel);
                }
                finally
                {
                    lines.Writer.Complete();
                }
            },
            cancel);

        var read = 0;
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = false };
        await foreach (var line in lines.Reader.ReadAllAsync(cancel))
        {
            var page = await line;
            read += page.Error is null ? 1 : 0;
            await output.WriteLineAsync(page.Write(format).AsMemory(), cancel);
            bar?.Increment(1);
        }

        await reading;
        return read > 0 ? 0 : 1;
    }

    private static async Task StartAsync(ExtractSource source, Fetcher? fetcher, ChannelWriter<Task<ExtractLine>> lines, ProgressTask? bar, CancellationToken cancel)
    {
        if (!source.IsArchive)
        {
            await lines.WriteAsync(Task.Run(async () => ExtractLine.Of(await source.ReadAsync(fetcher, cancel)), cancel), cancel);
            return;
        }

        // An archive counted as one page; each of its pages makes the whole longer by one.
        await foreach (var page in source.ReadArchiveAsync(cancel))
        {
            if (bar is not null)
                bar.MaxValue++;
            await lines.WriteAsync(Task.Run(() => ExtractLine.Of(page), cancel), cancel);
        }

        bar?.Increment(1);
    }

    private static Option<Uri?> Urls()
    {
        var option = new Option<Uri?>("--url")
        {
            Description = "Where a page given as a file or on standard input came from: links are read against it, and its path may name the day.",
            HelpName = "URL",
            CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(Uri.TryCreate(token.Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
                result.AddError($"--url takes a whole http or https address, not '{token.Value}'.");
        });
        return option;
    }

    private static Option<string> Formats()
    {
        var option = new Option<string>("--format")
        {
            Description = "How to write a page: json (one line each), markdown or text.",
            DefaultValueFactory = _ => "json",
        };
        return option.AcceptOnlyFromAmong("json", "markdown", "text");
    }
}
