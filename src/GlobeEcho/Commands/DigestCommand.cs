using System.CommandLine;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Commands;

/// <summary>
/// <c>globe-echo digest FILE [--words N]</c>: writes the digest of every story in a file of JSON Lines, with the same writer and the same
/// check as the paper. The exit code is 1 when a line could not be read; the other lines are written all the same.
/// </summary>
public static class DigestCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Stories as JSON Lines, plain or .gz; - for standard input." };
        var words = new Option<int?>("--words") { Description = "About how many words a digest has; the most telling sentence stands first." };
        words.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var count) || count < 1))
                result.AddError("--words takes a whole number of at least 1.");
        });
        var language = new Option<string>("--language")
        {
            Description = "The language of the digests (ISO 639-1); a story that nobody tells in it is written in the one most tell it in.",
            DefaultValueFactory = _ => new StoriesOptions().Language,
        };
        var command = new Command("digest", "Write a condensed, cited article for every story of a file.") { file, words, language };
        command.SetAction((result, cancel) => RunAsync(
            result.GetRequiredValue(file), new Wish(result.GetRequiredValue(language), result.GetValue(words)), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string file, Wish wish, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        try
        {
            using var reader = new StreamReader(InputFile.Open(file));
            return await WriteAllAsync(reader, wish, output, errors, cancel) ? 0 : 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await errors.WriteLineAsync($"{file} cannot be read: {e.Message}");
            return 1;
        }
    }

    private static async Task<bool> WriteAllAsync(StreamReader reader, Wish wish, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var good = true;
        var number = 0;
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            switch (DigestLine.Read(line))
            {
                case DigestLine.Story story:
                    var draft = ExtractiveWriter.Write(story.Texts, wish.Language, wish.Words);
                    await output.WriteLineAsync(story.Answer(draft, CitationCheck.Sift(draft, story.Texts)));
                    break;
                case DigestLine.Bad bad:
                    await errors.WriteLineAsync($"line {number}: {bad.Reason}");
                    good = false;
                    break;
            }
        }

        await output.FlushAsync(cancel);
        return good;
    }

    private sealed record Wish(string Language, int? Words);
}
