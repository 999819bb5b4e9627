using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom.Stories;
using Spectre.Console;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo stories list</c>: the stories told lately.</summary>
internal static class StoriesList
{
    private static readonly Option<int> Days = new("--days") { Description = "How many days back the last telling may lie.", HelpName = "N", DefaultValueFactory = _ => 4 };

    private static readonly Option<int> Most = new("--most") { Description = "How many stories at most.", HelpName = "N", DefaultValueFactory = _ => 50 };

    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("list", "List the stories told lately, newest telling first.") { Days, Most, CommandOptions.Data, CommandOptions.Json };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        if (line.GetValue(Days) is < 1 or > 36_500 || line.GetValue(Most) is < 1 or > 10_000)
            throw new OperatorException("--days is a number from 1 to 36500, --most one from 1 to 10000.");
        await using var services = open(line);
        var desk = services.GetRequiredService<StoryDesk>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var stories = await desk.RecentAsync(now.AddDays(-line.GetValue(Days)), line.GetValue(Most), cancel);
        var tellings = (await desk.TellingsAsync(stories.Select(s => s.Id).ToList(), cancel)).ToLookup(t => t.Story);
        var lines = stories.Where(s => tellings[s.Id].Any()).Select(s => StoryLine.Of(s, StoryRhythm.PhaseAt(tellings[s.Id].ToList(), now))).ToList();
        if (line.GetValue(CommandOptions.Json))
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(lines, ChangeLine.Form));
        else if (lines.Count == 0)
            await Console.Out.WriteLineAsync($"No story was told in the last {line.GetValue(Days)} days. Look further back with --days.");
        else
            AnsiConsole.Write(Table(lines));
        return 0;
    }

    private static Table Table(IEnumerable<StoryLine> stories)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Story", "Headline", "Phase", "Voices", "Publishers", "Tellings", "Last");
        foreach (var story in stories)
        {
            table.AddRow(
                Number(story.Story), Markup.Escape(story.Headline), story.Phase.ToString().ToLowerInvariant(), Number(story.Voices), Number(story.Publishers),
                Number(story.Tellings), story.LastTelling.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        }

        return table.Caption("Times are UTC. All about one: globe-echo stories show STORY");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
