using System.CommandLine;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using GlobeEcho.Commands;

namespace GlobeEcho.Tests.Commands;

public sealed class DigestCommandTests : IDisposable
{
    private const string Good =
        """{"story":7,"extra":true,"articles":[{"id":"a-1","publisher":"Harbour Post","headline":"Ferry sinks","text":"The ferry “Alba” sank off Porto Vero on Sunday with 44 people aboard."}]}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-test").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Digest_of_a_line_cites_by_the_ids_of_the_file()
    {
        var (code, output, errors) = await RunAsync(Write("stories.jsonl", Good));

        Assert.Equal(0, code);
        Assert.Empty(errors);
        using var answer = JsonDocument.Parse(output);
        Assert.Equal(7, answer.RootElement.GetProperty("story").GetInt32());
        Assert.Equal("Ferry sinks", answer.RootElement.GetProperty("headline").GetString());
        var claim = Assert.Single(answer.RootElement.GetProperty("claims").EnumerateArray());
        Assert.Equal("The ferry “Alba” sank off Porto Vero on Sunday with 44 people aboard.", claim.GetProperty("text").GetString());
        Assert.Equal(0, claim.GetProperty("paragraph").GetInt32());
        var citation = Assert.Single(claim.GetProperty("citations").EnumerateArray());
        Assert.Equal("a-1", citation.GetProperty("article").GetString());
        Assert.Equal((0, 69), (citation.GetProperty("start").GetInt32(), citation.GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task Numbers_that_tellings_differ_on_stand_beside_the_claims()
    {
        const string Line =
            """{"story":1,"articles":[{"id":1,"publisher":"Harbour Post","published":"2024-05-24T10:00:00Z","headline":"Landslide","text":"At least 100 people were killed when a hillside fell on Kaoro village on Friday."},{"id":2,"publisher":"Isle Courier","published":"2024-05-26T10:00:00Z","headline":"Landslide","text":"More than 670 people were killed by the landslide at Kaoro village, the council said."}]}""";

        var (_, output, _) = await RunAsync(Write("stories.jsonl", Line));

        using var answer = JsonDocument.Parse(output);
        Assert.StartsWith("Reports differ on deaths", Assert.Single(answer.RootElement.GetProperty("reports_differ").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("""{"story":1}""")]
    [InlineData("""{"story":1,"articles":[]}""")]
    [InlineData("""{"story":1,"articles":[{"id":1}]}""")]
    [InlineData("""{"story":1,"articles":["x"]}""")]
    [InlineData("""{"story":1,"articles":[{"id":1,"text":"a"},{"id":1,"text":"b"}]}""")]
    [InlineData("""{"story":1,"articles":[{"id":1,"text":"\ud800"}]}""")]
    public async Task Bad_line_costs_one_line_of_errors_and_the_others_are_written(string bad)
    {
        var (code, output, errors) = await RunAsync(Write("stories.jsonl", Good + "\n\n" + bad + "\n" + Good.Replace("\"story\":7", "\"story\":8")));

        Assert.Equal(1, code);
        Assert.StartsWith("line 3: ", Assert.Single(errors.TrimEnd().Split('\n')));
        Assert.Equal(2, output.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task Packed_file_is_read()
    {
        var path = Path.Combine(_folder, "stories.jsonl.gz");
        await using (var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            await packed.WriteAsync(Encoding.UTF8.GetBytes(Good), TestContext.Current.CancellationToken);

        var (code, output, _) = await RunAsync(path);

        Assert.Equal(0, code);
        Assert.Contains("\"story\":7", output);
    }

    [Fact]
    public async Task Missing_file_is_said_plainly()
    {
        var (code, output, errors) = await RunAsync(Path.Combine(_folder, "nowhere.jsonl"));

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains("nowhere.jsonl", errors);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    public async Task Words_must_be_a_whole_number_of_at_least_one(string words)
    {
        var (code, output, errors) = await RunAsync(Write("stories.jsonl", Good), "--words", words);

        Assert.Equal(1, code);
        Assert.DoesNotContain("\"claims\"", output);
        Assert.Contains("--words", errors);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await DigestCommand.Create().Parse(arguments).InvokeAsync(
            new InvocationConfiguration { Output = output, Error = errors }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), errors.ToString());
    }
}
