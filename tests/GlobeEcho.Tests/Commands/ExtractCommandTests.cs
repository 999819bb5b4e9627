using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;

namespace GlobeEcho.Tests.Commands;

public sealed class ExtractCommandTests : IDisposable
{
    private const string Prose =
        "The bridge over the river reopened on Thursday morning after two winters of work, and the first to cross it was the baker who had waited longest.";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("extract-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Folder_gives_one_line_for_each_page_and_a_bad_page_costs_only_its_own()
    {
        var cancel = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "a.html"), Page("Bridge reopens"), cancel);
        await using (var packed = new GZipStream(File.Create(Path.Combine(_folder.FullName, "c.html.gz")), CompressionMode.Compress))
            await packed.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Page("Ferry stops")), cancel);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "b.html.gz"), "this is no gzip", cancel);

        var (code, output) = await RunAsync(["extract", _folder.FullName], null);

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["a", "b", "c"], lines.Select(l => l.GetProperty("id").GetString()));
        Assert.Equal("Bridge reopens", lines[0].GetProperty("headline").GetString());
        Assert.True(lines[1].TryGetProperty("error", out _));
        Assert.Equal("Ferry stops", lines[2].GetProperty("headline").GetString());
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Archive_gives_a_line_for_each_page_of_it_and_one_where_it_breaks_off()
    {
        var cancel = TestContext.Current.CancellationToken;
        var chunked = $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n{Page("Ferry stops").Length:x}\r\n{Page("Ferry stops")}\r\n0\r\n\r\n";
        string[] records =
        [
            Record("warcinfo", null, "software: none"),
            Record("response", "https://paper.example/bridge", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Page("Bridge reopens")),
            Record("response", "https://paper.example/picture", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nnothing"),
            Record("response", "https://paper.example/moved", "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n" + Page("Moved")),
            Record("response", "https://paper.example/ferry", chunked),
        ];
        // As crawlers write them: each record a gzip member of its own.
        await using (var file = File.Create(Path.Combine(_folder.FullName, "crawl.warc.gz")))
        {
            foreach (var record in records)
            {
                await using var packed = new GZipStream(file, CompressionMode.Compress, leaveOpen: true);
                await packed.WriteAsync(System.Text.Encoding.UTF8.GetBytes(record), cancel);
            }
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "torn.warc"), records[1] + records[4][..200], cancel);

        var (code, output) = await RunAsync(["extract", _folder.FullName], null);

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["https://paper.example/bridge", "https://paper.example/ferry", "https://paper.example/bridge", "torn"], lines.Select(l => l.GetProperty("id").GetString()));
        Assert.Equal(["Bridge reopens", "Ferry stops", "Bridge reopens"], lines.Take(3).Select(l => l.GetProperty("headline").GetString()));
        Assert.True(lines[3].TryGetProperty("error", out _));
        Assert.Equal(0, code);
    }

    private static string Record(string kind, string? address, string block) =>
        $"WARC/1.1\r\nWARC-Type: {kind}\r\n{(address is null ? "" : $"WARC-Target-URI: {address}\r\n")}Content-Length: {System.Text.Encoding.UTF8.GetByteCount(block)}\r\n\r\n{block}\r\n\r\n";

    [Fact]
    public async Task Page_on_standard_input_is_written_as_markdown()
    {
        var (code, output) = await RunAsync(["extract", "-", "--format", "markdown"], Page("Bridge reopens"));
        Assert.StartsWith("# Bridge reopens\n", output, StringComparison.Ordinal);
        Assert.Contains(Prose, output, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Saved_page_is_read_against_the_address_it_came_from()
    {
        var (code, output) = await RunAsync(["extract", "-", "--url", "https://paper.example/2024/05/23/bridge"], Page("Bridge reopens").Replace("</head>", "<meta property=og:image content=/bridge.jpg></head>", StringComparison.Ordinal));
        var line = JsonDocument.Parse(output).RootElement;
        Assert.Equal("https://paper.example/2024/05/23/bridge", line.GetProperty("url").GetString());
        Assert.Equal("https://paper.example/bridge.jpg", line.GetProperty("image").GetString());
        Assert.StartsWith("2024-05-23", line.GetProperty("published").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Links_of_a_page_without_an_address_are_left_out()
    {
        var (_, output) = await RunAsync(["extract", "-"], Page("Bridge reopens").Replace("</head>", "<meta property=og:image content=/bridge.jpg></head>", StringComparison.Ordinal));
        Assert.False(JsonDocument.Parse(output).RootElement.TryGetProperty("image", out _));
    }

    [Fact]
    public async Task Heading_keeps_its_level()
    {
        var page = Page("Bridge reopens").Replace("</article>", $"<h3>Two winters</h3><p>{Prose} Thrice.</p></article>", StringComparison.Ordinal);
        var (_, json) = await RunAsync(["extract", "-"], page);
        var (_, markdown) = await RunAsync(["extract", "-", "--format", "markdown"], page);
        Assert.Equal(3, JsonDocument.Parse(json).RootElement.GetProperty("blocks").EnumerateArray().Single(b => b.GetProperty("kind").GetString() == "heading").GetProperty("level").GetInt32());
        Assert.Contains("\n### Two winters\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_holds_no_page_is_a_line_with_its_reason()
    {
        var (code, output) = await RunAsync(["extract", _folder.FullName, "no-such-page.html"], null);
        var errors = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("error").GetString()!).ToList();
        Assert.StartsWith("The folder holds no page", errors[0], StringComparison.Ordinal);
        Assert.Equal("There is no file no-such-page.html.", errors[1]);
        Assert.Equal(1, code);
    }

    private static string Page(string headline) => $"<html lang=en><head><title>{headline}</title></head><body><article><h1>{headline}</h1><p>{Prose}</p><p>{Prose} Twice.</p></article></body></html>";

    private static async Task<(int Code, string Output)> RunAsync(string[] arguments, string? input)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "globe-echo.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
