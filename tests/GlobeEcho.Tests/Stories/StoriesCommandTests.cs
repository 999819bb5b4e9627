using System.CommandLine;
using System.Text.Json;
using GlobeEcho.Commands;
using GlobeEcho.Newsroom;
using GlobeEcho.Newsroom.Stories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GlobeEcho.Tests.Stories;

/// <summary>The commands over an archive that a running desk folds into at the same time.</summary>
public sealed class StoriesCommandTests : IDisposable
{
    private readonly StoryRoom _room = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Split_by_command_holds_in_the_desk_that_runs()
    {
        await _room.AddAsync("one", Wire.Ferry);
        var again = await _room.AddAsync("two", Wire.FerryAgain);
        await _room.FoldAsync();

        Assert.Equal(0, await RunAsync("split", "1", $"{again.Value}", "--why", "another ferry"));
        var copy = await _room.AddAsync("three", Wire.FerryAgain);
        await _room.FoldAsync();

        Assert.Equal((2L, 2L), ((await _room.StoryOfAsync(again)).Value, (await _room.StoryOfAsync(copy)).Value));
        Assert.Equal("another ferry", (await _room.Desk.ChangesAsync(null, 5, Cancel))[0].Why);
    }

    [Fact]
    public async Task Merge_move_and_undo_do_what_they_say()
    {
        var ferry = await OpenAsync(Wire.Ferry);
        var bank = await OpenAsync(Wire.Bank);
        var strike = await OpenAsync(Wire.Strike);

        Assert.Equal(0, await RunAsync("merge", $"/story/{ferry.Value}", $"http://localhost:5080/story/{bank.Value}"));
        Assert.Equal(bank, (await _room.Desk.FindAsync(ferry, Cancel))!.Id);
        Assert.Equal(0, await RunAsync("move", "1", $"{strike.Value}", "--json"));
        Assert.Equal(strike, await _room.StoryOfAsync(new(1)));
        Assert.Equal(0, await RunAsync("undo", "2"));
        Assert.Equal(bank, await _room.StoryOfAsync(new(1)));
        Assert.Equal(0, await RunAsync("undo", "1", "--json"));
        Assert.Equal(ferry, await _room.StoryOfAsync(new(1)));
    }

    [Fact]
    public async Task Lists_are_written_as_table_and_json()
    {
        Assert.Equal(0, await RunAsync("list"));
        Assert.Equal(0, await RunAsync("changes"));
        var ferry = await OpenAsync(("[red]Ferry", Wire.Ferry.Text));
        var bank = await OpenAsync(Wire.Bank);
        await RunAsync("merge", $"{bank.Value}", $"{ferry.Value}", "--why", "[bold]");

        foreach (var arguments in (string[][])[["list", "--days", "36000"], ["show", $"{bank.Value}"], ["changes", "--story", $"{bank.Value}"], ["changes"]])
        {
            Assert.Equal(0, await RunAsync(arguments));
            Assert.Equal(0, await RunAsync([.. arguments, "--json"]));
        }
    }

    [Fact]
    public async Task Show_tells_machines_what_repeats_what()
    {
        await _room.AddAsync("one", Wire.Ferry);
        await _room.AddAsync("two", Wire.Ferry);
        await _room.FoldAsync();
        var written = Console.Out;
        using var output = new StringWriter();
        try
        {
            Console.SetOut(output);
            Assert.Equal(0, await RunAsync("show", "1", "--json"));
        }
        finally
        {
            Console.SetOut(written);
        }

        var shown = JsonDocument.Parse(output.ToString()).RootElement;
        Assert.Equal(1, shown.GetProperty("story").GetProperty("voices").GetInt32());
        var copy = shown.GetProperty("tellings")[1];
        Assert.Equal((1, "exact"), (copy.GetProperty("echoOf").GetInt32(), copy.GetProperty("echo").GetString()));
    }

    [Theory]
    [InlineData("no story 7", "show", "7")]
    [InlineData("no number of a story", "show", "ferry")]
    [InlineData("no story 7", "split", "7", "1")]
    [InlineData("no number of an article", "split", "7", "first")]
    [InlineData("no story 7", "merge", "7", "8")]
    [InlineData("in no story", "move", "9", "7")]
    [InlineData("no change 3", "undo", "3")]
    [InlineData("no story 7", "changes", "--story", "7")]
    [InlineData("from 1 to", "list", "--days", "0")]
    public async Task What_the_operator_can_mend_is_told(string words, params string[] arguments)
    {
        var error = await Assert.ThrowsAsync<OperatorException>(() => RunAsync(arguments));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    private Task<int> RunAsync(params string[] arguments) =>
        StoriesCommand.Create(_ => Open()).Parse(arguments).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, Cancel);

    private ServiceProvider Open()
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([KeyValuePair.Create("Archive:Folder", (string?)_room.Folder)]);
        return new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_room.Clock).AddNewsroom(configuration).BuildServiceProvider();
    }

    private async Task<StoryId> OpenAsync((string, string) news)
    {
        var article = await _room.AddAsync("paper", news);
        await _room.FoldAsync();
        return await _room.StoryOfAsync(article);
    }
}
