using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using GlobeEcho.Commands;
using GlobeEcho.Tests.Stories;

namespace GlobeEcho.Tests.Commands;

public sealed class FoldCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-fold-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task Every_article_gets_the_story_that_stands_at_the_end()
    {
        var (code, lines, errors) = await RunAsync("news.jsonl", [
            Line("a", ("Rate rise", Wire.Bank.Text)),
            Line("b", ("Tram drivers to strike", Wire.Strike.Text)),
            .. Enumerable.Range(0, 5).Select(i => Line("c" + i, ("Rate rise and tram strike", Wire.Bank.Text + " " + Wire.Strike.Text)))]);

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(["a", "b", "c0", "c1", "c2", "c3", "c4"], lines.Select(l => l.GetProperty("id").GetString()));
        Assert.All(lines, l => Assert.Equal(1, l.GetProperty("story").GetInt64()));
        Assert.Equal("opened the story", lines[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Packed_file_is_read()
    {
        var (code, lines, _) = await RunAsync("news.jsonl.gz", [Line("a", Wire.Ferry), Line("b", Wire.FerryElsewhere), Line("c", Wire.FerryAgain)]);

        Assert.Equal(0, code);
        Assert.Equal([1L, 2L, 1L], lines.Select(l => l.GetProperty("story").GetInt64()));
    }

    [Fact]
    public async Task Headline_without_a_text_is_folded()
    {
        var (code, lines, _) = await RunAsync("news.jsonl", [
            """{"id":"a","headline":"Ferry Aurora runs aground off Bergen","text":""}""",
            """{"id":"b","headline":"Central bank raises rates to 4.5 percent"}""",
            """{"id":"c","headline":"Ferry Aurora aground off Bergen, 120 aboard","text":null}"""]);

        Assert.Equal(0, code);
        Assert.Equal([1L, 2L, 1L], lines.Select(l => l.GetProperty("story").GetInt64()));
    }

    [Fact]
    public async Task Bad_line_is_named_and_the_others_are_folded()
    {
        var (code, lines, errors) = await RunAsync("news.jsonl", [Line("a", Wire.Ferry), "{broken", "", """{"id":"x"}""", Line("b", Wire.FerryAgain)]);

        Assert.Equal(1, code);
        Assert.Equal(2, lines.Count);
        var said = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, said.Length);
        Assert.StartsWith("line 2: ", said[0], StringComparison.Ordinal);
        Assert.StartsWith("line 4: ", said[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_file_is_said_in_one_line()
    {
        using var errors = new StringWriter();
        var code = await FoldCommand.Create().Parse([Path.Combine(_folder, "none.jsonl")])
            .InvokeAsync(new InvocationConfiguration { Output = TextWriter.Null, Error = errors }, TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.Contains("none.jsonl", Assert.Single(errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static string Line(string id, (string Headline, string Text) news) =>
        JsonSerializer.Serialize(new { id, published = (string?)null, publisher = (string?)null, headline = news.Headline, text = news.Text, language = "en", extra = 1 });

    private async Task<(int Code, List<JsonElement> Lines, string Errors)> RunAsync(string name, string[] lines)
    {
        var cancel = TestContext.Current.CancellationToken;
        var file = Path.Combine(_folder, name);
        await using (var stream = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.Create(file), CompressionLevel.Fastest) : (Stream)File.Create(file))
        await using (var writer = new StreamWriter(stream))
            await writer.WriteAsync(string.Join('\n', lines).AsMemory(), cancel);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await FoldCommand.Create().Parse([file]).InvokeAsync(new InvocationConfiguration { Output = output, Error = errors }, cancel);
        return (code, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)], errors.ToString());
    }
}
