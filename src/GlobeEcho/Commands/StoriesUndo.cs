using System.CommandLine;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Changes;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo stories undo</c>: takes a change back, an editor's or the folding's.</summary>
internal static class StoriesUndo
{
    private static readonly Argument<string> Change = new("CHANGE") { Description = "The change's number, as stories changes lists it." };

    public static Command Create(Func<ParseResult, ServiceProvider> open)
    {
        var command = new Command("undo", "Take a split, merge or move back. Undoing a merge or split the folding made keeps it from making it again.")
        {
            Change, CommandOptions.Data, CommandOptions.Json,
        };
        command.SetAction((line, cancel) => RunAsync(line, open, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, Func<ParseResult, ServiceProvider> open, CancellationToken cancel)
    {
        var id = new StoryChangeId(StoriesCommand.Number(line.GetValue(Change)!, "change"));
        await using var services = open(line);
        var result = await services.GetRequiredService<StoryDesk>().UndoAsync(id, cancel);
        if (result is ChangeResult.Refused refused)
            throw new OperatorException(refused.Reason);
        var change = ChangeLine.Of(((ChangeResult.Made)result).Change);
        await Console.Out.WriteLineAsync(line.GetValue(CommandOptions.Json) ? change.ToJson() : $"Taken back: {change.Words}.");
        return 0;
    }
}
