using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo stories changes</c>: what was split, merged and moved, by whom and why.</summary>
internal static class StoriesChanges
{
    private const int Most = 200;

    private static readonly Option<string?> Story = new("--story") { Description = "Only those that touched this story.", HelpName = "STORY" };

    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("changes", $"List what was split, merged and moved, by an editor or the folding, the newest first, {Most} at most.")
        {
            Story, CommandOptions.Data, CommandOptions.Json,
        };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    /// <summary>"Change 4, 2024-05-24 12:00 UTC, by an editor: moved article 7 from story 1 to story 2. It is about the other ferry."</summary>
    public static string Sentence(ChangeLine change)
    {
        var when = change.Made.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        var by = change.By == "editor" ? "an editor" : "the folding";
        var undone = change.Undone is { } back ? $" (undone {back.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)})" : "";
        return $"Change {change.Change.ToString(CultureInfo.InvariantCulture)}, {when}, by {by}: {change.Words}{(change.Why is null ? "" : $" - {change.Why}")}{undone}";
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        var asked = line.GetValue(Story) is { } given ? StoriesCommand.Id(given) : (StoryId?)null;
        await using var services = open(line);
        var desk = services.GetRequiredService<StoryDesk>();
        var story = asked is { } wanted ? await desk.FindAsync(wanted, cancel) : null;
        if (story is null && asked is { } unknown)
            throw new OperatorException($"There is no story {unknown.Value}. See the stories with: globe-echo stories list");
        var changes = (await desk.ChangesAsync(story?.Id, Most, cancel)).Select(ChangeLine.Of).ToList();
        if (line.GetValue(CommandOptions.Json))
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(changes, ChangeLine.Form));
        else if (changes.Count == 0)
            await Console.Out.WriteLineAsync("Nothing was split, merged or moved.");
        else
            await Console.Out.WriteLineAsync(string.Join(Environment.NewLine, changes.Select(Sentence)));
        return 0;
    }
}
