using System.CommandLine;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Changes;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo stories move</c>: one telling goes to another story.</summary>
internal static class StoriesMove
{
    private static readonly Argument<string> Article = new("ARTICLE") { Description = "The article's number, as stories show lists it." };

    private static readonly Argument<string> Into = new("INTO") { Description = "The number of the story it belongs to." };

    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("move", "Bring one article into another story; it stays there, and the folding never joins the two stories.")
        {
            Article, Into, StoriesCommand.Why, CommandOptions.Data, CommandOptions.Json,
        };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        var (article, into) = (StoriesCommand.Article(line.GetValue(Article)!), StoriesCommand.Id(line.GetValue(Into)!));
        await using var services = open(line);
        var result = await services.GetRequiredService<StoryDesk>().MoveAsync(article, into, line.GetValue(StoriesCommand.Why), cancel);
        var made = (result as ChangeResult.Made)?.Change;
        var done = made?.Kind == ChangeKind.Merge
            ? $"It was the only telling of story {made.Story.Value}, which is part of story {made.Other.Value} now."
            : $"Article {article.Value} is in story {made?.Other.Value} now.";
        return StoriesCommand.Say(result, done, line.GetValue(CommandOptions.Json));
    }
}
