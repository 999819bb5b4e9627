using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories;
using Spectre.Console;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo stories show</c>: a story's tellings, why each is in it, what repeats what, and what was changed.</summary>
internal static class StoriesShow
{
    private const int MostChanges = 50;

    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("show", "Show one story: its tellings with their articles' numbers and why each is in it, echoes, related stories and changes.")
        {
            StoriesCommand.Story, CommandOptions.Data, CommandOptions.Json,
        };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        var asked = StoriesCommand.Id(line.GetValue(StoriesCommand.Story)!);
        await using var services = open(line);
        var desk = services.GetRequiredService<StoryDesk>();
        if (await desk.FindAsync(asked, cancel) is not { } story)
            throw new OperatorException($"There is no story {asked.Value}. See the stories with: globe-echo stories list");
        var tellings = await desk.TellingsAsync([story.Id], cancel);
        var articles = (await services.GetRequiredService<ArticleDesk>().FindAsync(tellings.Select(t => t.Article).ToList(), cancel)).ToDictionary(a => a.Id);
        var told = tellings.Where(t => articles.ContainsKey(t.Article)).Select(t => StoryLine.TellingLine.Of(t, articles[t.Article])).ToList();
        var related = await desk.RelatedAsync(story, cancel);
        var changes = (await desk.ChangesAsync(story.Id, MostChanges, cancel)).Select(ChangeLine.Of).ToList();
        var shown = StoryLine.Of(story, StoryRhythm.PhaseAt(tellings, services.GetRequiredService<TimeProvider>().GetUtcNow()));
        var leadsHere = asked == story.Id ? (long?)null : asked.Value;
        if (line.GetValue(CommandOptions.Json))
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
                new { mergedFrom = leadsHere, story = shown, tellings = told, related = related.Select(r => new { story = r.Story.Value, r.Shared, r.Nearness }), changes },
                ChangeLine.Form));
            return 0;
        }

        if (leadsHere is not null)
            await Console.Out.WriteLineAsync($"Story {asked.Value} was merged: its address leads to story {story.Id.Value}.");
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{shown.Headline}\nStory {shown.Story}, {shown.Phase.ToString().ToLowerInvariant()}: {shown.Tellings} tellings by {shown.Publishers} publishers, {shown.Voices} independent voices"));
        AnsiConsole.Write(Table(told));
        foreach (var other in related)
            await Console.Out.WriteLineAsync($"Related: story {other.Story.Value} ({string.Join(", ", other.Shared)})");
        foreach (var change in changes)
            await Console.Out.WriteLineAsync(StoriesChanges.Sentence(change));
        return 0;
    }

    private static Table Table(IEnumerable<StoryLine.TellingLine> tellings)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Article", "Published", "Publisher", "Headline", "Why it is here");
        foreach (var telling in tellings)
        {
            var echo = telling.EchoOf is { } of ? $"\n{telling.Echo.ToString()!.ToLowerInvariant()} of article {of}, {telling.Share:0%} of it" : "";
            var agency = telling.Agency is { } wrote ? $" ({wrote})" : "";
            table.AddRow(
                telling.Article.ToString(CultureInfo.InvariantCulture), telling.Published.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                Markup.Escape(telling.Publisher + agency), Markup.Escape(telling.Headline),
                Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{telling.Reason} ({telling.Likeness:0.00}){echo}")));
        }

        return table.Caption("Times are UTC.");
    }
}
