using System.Globalization;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.FeedsPage;

/// <summary>What came of a form, in words.</summary>
public sealed record FeedsNotice(string Words, bool IsTrouble = false)
{
    /// <summary>By the short word in the page's address, with its numbers: "paused", "imported-12-15". Null when it says nothing.</summary>
    public static FeedsNotice? Of(string? said)
    {
        var parts = (said ?? "").Split('-');
        var numbers = parts.Skip(1).Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).ToList();
        return (parts[0], numbers) switch
        {
            ("added", [0]) => new FeedsNotice("Nothing was added: the list has it already.", true),
            ("added", [var n]) => new FeedsNotice($"{Count.Of(n, "feed was", "feeds were")} added. The newsroom asks for what is new within minutes."),
            ("imported", [var added, var all]) => new FeedsNotice(Imported(added, all), all == 0),
            ("paused", _) => new FeedsNotice("The feed is paused: it is not asked until it is resumed."),
            ("resumed", _) => new FeedsNotice("The feed is resumed and due now."),
            ("muted", _) => new FeedsNotice("The publisher is muted: its tellings are off the pages, the stories stay."),
            ("unmuted", _) => new FeedsNotice("The publisher is heard again: its tellings are back on the pages."),
            ("removed", _) => new FeedsNotice("The feed was removed. What was read from it stays in the archive."),
            ("unknown", _) => new FeedsNotice("That feed is not in the list any more. Nothing was changed.", true),
            ("nothing", _) => new FeedsNotice("No feed was picked. Nothing was added.", true),
            _ => null,
        };
    }

    private static string Imported(int added, int all) => (added, all) switch
    {
        (_, 0) => "The list was read, and it names no feed. Nothing was added.",
        (0, _) => $"The list names {Count.Of(all, "feed")}, and the paper has all of them already. Nothing was added.",
        _ when added == all => $"{Count.Of(added, "feed was", "feeds were")} added, all the list names. They are asked one after the other, the first within minutes.",
        _ => $"{Count.Of(added, "feed was", "feeds were")} added; {Count.Of(all - added)} of the list's {Count.Of(all)} the paper had already.",
    };
}
