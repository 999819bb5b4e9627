using System.CommandLine;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Changes;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo stories merge</c>: two stories become one.</summary>
internal static class StoriesMerge
{
    private static readonly Argument<string> Into = new("INTO") { Description = "The story that keeps its address and takes the tellings." };

    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("merge", "Bring all tellings of a story into another; the first one's address leads there for ever.")
        {
            StoriesCommand.Story, Into, StoriesCommand.Why, CommandOptions.Data, CommandOptions.Json,
        };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        var (from, into) = (StoriesCommand.Id(line.GetValue(StoriesCommand.Story)!), StoriesCommand.Id(line.GetValue(Into)!));
        await using var services = open(line);
        var result = await services.GetRequiredService<StoryDesk>().MergeAsync(from, into, line.GetValue(StoriesCommand.Why), cancel);
        var made = (result as ChangeResult.Made)?.Change;
        return StoriesCommand.Say(result, $"Story {made?.Story.Value} is part of story {made?.Other.Value} now.", line.GetValue(CommandOptions.Json));
    }
}
