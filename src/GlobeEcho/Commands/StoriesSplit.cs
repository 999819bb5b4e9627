using System.CommandLine;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Changes;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo stories split</c>: some tellings become a story of their own.</summary>
internal static class StoriesSplit
{
    private static readonly Argument<string[]> Articles = new("ARTICLE")
    {
        Description = "The numbers of the articles that leave, as stories show lists them.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("split", "Make some of a story's tellings a story of their own; the folding never joins the two again.")
        {
            StoriesCommand.Story, Articles, StoriesCommand.Why, CommandOptions.Data, CommandOptions.Json,
        };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        var story = StoriesCommand.Id(line.GetValue(StoriesCommand.Story)!);
        var articles = line.GetValue(Articles)!.Select(StoriesCommand.Article).ToList();
        await using var services = open(line);
        var result = await services.GetRequiredService<StoryDesk>().SplitAsync(story, articles, line.GetValue(StoriesCommand.Why), cancel);
        var made = (result as ChangeResult.Made)?.Change;
        return StoriesCommand.Say(
            result, $"{made?.Articles.Count} of the tellings of story {made?.Story.Value} are story {made?.Other.Value} now.", line.GetValue(CommandOptions.Json));
    }
}
