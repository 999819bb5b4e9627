using System.CommandLine;
using System.Globalization;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Changes;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo stories</c>: what the folding made of the articles, and an editor's hand in it.</summary>
internal static class StoriesCommand
{
    public static Argument<string> Story { get; } = new("STORY") { Description = "The story's number, as its address ends: 12 for /story/12." };

    public static Option<string?> Why { get; } = new("--why") { Description = "A note for whoever reads the list of changes.", HelpName = "WORDS" };

    /// <param name="open">Makes the newsroom's services for the command line that was given; the command disposes them.</param>
    public static Command Create(Func<ParseResult, ServiceProvider> open) =>
        new("stories",
            "List and show stories, split, merge and move what the folding got wrong, and undo it. May be used beside serve: the folding takes note "
            + "before its next article, and never joins again what was parted.")
        {
            StoriesList.Create(open),
            StoriesShow.Create(open),
            StoriesSplit.Create(open),
            StoriesMerge.Create(open),
            StoriesMove.Create(open),
            StoriesUndo.Create(open),
            StoriesChanges.Create(open),
        };

    /// <exception cref="OperatorException">The text is no number of a story.</exception>
    public static StoryId Id(string text) => new(Number(text, "story"));

    /// <exception cref="OperatorException">The text is no number of an article.</exception>
    public static ArticleId Article(string text) => new(Number(text, "article"));

    /// <exception cref="OperatorException">The text is no number.</exception>
    public static long Number(string text, string noun)
    {
        // What stands in the address bar, or is copied from a page, is taken as well.
        var number = text.Trim();
        number = number[(number.LastIndexOf('/') + 1)..];
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? id
            : throw new OperatorException($"{text} is no number of {(noun == "article" ? "an" : "a")} {noun}.");
    }

    /// <summary>Says what came of a change.</summary>
    /// <exception cref="OperatorException">It was refused.</exception>
    public static int Say(ChangeResult result, string done, bool json)
    {
        if (result is ChangeResult.Refused refused)
            throw new OperatorException(refused.Reason);
        var change = ((ChangeResult.Made)result).Change;
        Console.Out.WriteLine(json ? ChangeLine.Of(change).ToJson() : $"{done} Take it back with: globe-echo stories undo {change.Id.Value.ToString(CultureInfo.InvariantCulture)}");
        return 0;
    }
}
