using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo fold FILE</c>: says for each article of a file which story it belongs to. Knows no archive.</summary>
public static class FoldCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var defaults = new StoriesOptions();
        var file = new Argument<string>("file")
        {
            Description = "JSON Lines, one article a line in order of arrival: id, published, publisher, headline, text, language. "
                + ".gz is unpacked; - reads standard input.",
        };
        var days = new Option<int>("--days")
        {
            Description = "Days after its newest telling for which a story surely stays open.",
            DefaultValueFactory = _ => defaults.WindowDays,
        };
        var memory = new Option<int>("--memory")
        {
            Description = "Articles up to which older stories stay open too.",
            DefaultValueFactory = _ => defaults.MemoryArticles,
        };
        days.Validators.Add(r => Require(r, r.GetValueOrDefault<int>() is >= 1 and <= 90, "--days is a number from 1 to 90."));
        memory.Validators.Add(r => Require(r, r.GetValueOrDefault<int>() >= 0, "--memory is not below 0."));
        var command = new Command("fold", "Fold the articles of a file into stories.") { file, days, memory };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetRequiredValue(file),
            new StoryFolding(TimeSpan.FromDays(parsed.GetValue(days)), parsed.GetValue(memory)),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancel));
        return command;
    }

    /// <summary>Returns the exit code: 0, or 1 when a line or the file could not be read.</summary>
    private static async Task<int> RunAsync(string file, StoryFolding folding, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        try
        {
            await using var input = InputFile.Open(file);
            using var lines = new StreamReader(input);
            return await FoldAsync(lines, folding, output, errors, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await errors.WriteLineAsync($"{file}: {e.Message}");
            return 1;
        }
    }

    private static async Task<int> FoldAsync(StreamReader lines, StoryFolding folding, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var answers = new List<Answer>();
        var into = new Dictionary<long, long>();
        var at = new Dictionary<long, int>();
        var (number, stories, bad) = (0, 0L, 0);
        while (await lines.ReadLineAsync(cancel) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Read(line, out var wrong) is not { } article)
            {
                bad++;
                await errors.WriteLineAsync($"line {number.ToString(CultureInfo.InvariantCulture)}: {wrong}");
                continue;
            }

            var decision = folding.Fold(
                new FoldInput(number, article.Headline, article.Text ?? "", article.Language, article.Published, article.Publisher), stories + 1);
            if (decision is FoldDecision.Opened || decision.Parted is not null)
                stories++;
            foreach (var merged in decision is FoldDecision.Joined joined ? joined.Merged : [])
                into[merged] = decision.Whole;
            answers.Add(new Answer(article.Id, decision.Story, decision.Likeness, decision.Reason));
            at[number] = answers.Count - 1;
            foreach (var key in decision.Parted?.Articles ?? [])
                answers[at[key]] = answers[at[key]] with { Story = decision.Parted!.NewStory, Reason = decision.Parted.Reason };
            if (answers.Count % 500 == 0 && !Console.IsErrorRedirected)
                await errors.WriteAsync($"\r{answers.Count} articles, {stories - into.Count} stories");
        }

        if (answers.Count >= 500 && !Console.IsErrorRedirected)
            await errors.WriteLineAsync();
        foreach (var answer in answers)
            await output.WriteLineAsync(JsonSerializer.Serialize(answer with { Story = Last(answer.Story, into) }, Json).AsMemory(), cancel);
        await output.FlushAsync(cancel);
        return bad == 0 ? 0 : 1;
    }

    private static FoldLine? Read(string line, out string wrong)
    {
        wrong = "";
        try
        {
            var article = JsonSerializer.Deserialize<FoldLine>(line, Json);
            if (article is { Id.Length: > 0 } && (article.Headline + article.Text).Length > 0)
                return article;
            wrong = "an article needs an id, and a headline or a text";
        }
        catch (JsonException e)
        {
            wrong = e.Message.ReplaceLineEndings(" ");
        }

        return null;
    }

    private static long Last(long story, Dictionary<long, long> into)
    {
        while (into.TryGetValue(story, out var next))
            story = next;
        return story;
    }

    private static void Require(System.CommandLine.Parsing.SymbolResult result, bool holds, string message)
    {
        if (!holds)
            result.AddError(message);
    }

    private sealed record Answer(string Id, long Story, double Likeness, string Reason);
}
