using GlobeEcho.Site.Briefs;

namespace GlobeEcho.Site.FrontPage;

/// <summary>Decides what stands where on the front page. The edition has decided the order.</summary>
public static class FrontSetting
{
    public const int LeadCharacters = 900;
    public const int ThirdCharacters = 180;
    private const int ItemCharacters = 240;
    private const int MostItemCharacters = 780;
    private const int InBlock = 4;
    private const int MostJustIn = 9;
    private const int MostColumns = 4;
    private static readonly int[] SecondCharacters = [200, 300, 420, 560];

    /// <param name="stories">In order of rank; at least one.</param>
    public static FrontPageContent Set(DateTimeOffset made, IReadOnlyList<StoryBrief> stories)
    {
        var thirds = stories.Skip(3).Take(2).ToList();
        var depth = Depth.OfLead(stories[0], LeadCharacters) + 18 + thirds.Select(t => Depth.OfThird(t, ThirdCharacters)).DefaultIfEmpty().Max();
        var (seconds, characters) = Seconds(stories, depth);
        var rest = stories.Skip(1).Except(seconds).Except(thirds).ToList();
        var newest = JustIn(rest, depth);
        return new FrontPageContent(made, stories[0], seconds, characters, thirds, newest, Columns(rest.Except(newest).ToList()));
    }

    /// <summary>The stories beside the lead: as many, and with as much text, as reach its foot best.</summary>
    private static (IReadOnlyList<StoryBrief> Stories, int Characters) Seconds(IReadOnlyList<StoryBrief> stories, int depth)
    {
        var pool = stories.Skip(1).Take(2).Concat(stories.Skip(5).Take(2)).ToList();
        var choices =
            from count in Enumerable.Range(Math.Min(2, pool.Count), Math.Max(1, pool.Count - 1))
            from characters in SecondCharacters
            let taken = pool.Take(count).ToList()
            orderby Math.Abs(depth - taken.Sum(s => Depth.OfSecond(s, characters))), count
            select ((IReadOnlyList<StoryBrief>)taken, characters);
        return choices.First();
    }

    // A thin paper keeps its stories for the sections.
    private static List<StoryBrief> JustIn(List<StoryBrief> rest, int depth)
    {
        var newest = new List<StoryBrief>();
        var left = depth - 30;
        foreach (var story in rest.OrderByDescending(s => s.Last).Take(Math.Min(MostJustIn, rest.Count / 2)))
        {
            left -= Depth.OfLine(story, kicker: true);
            if (left < -20)
                break;
            newest.Add(story);
        }

        return newest;
    }

    /// <summary>The deepest sections first, each into the column that is shortest so far; then all in the order of the paper.</summary>
    private static List<IReadOnlyList<FrontBlock>> Columns(List<StoryBrief> stories)
    {
        var blocks = stories.GroupBy(s => s.Section).OrderBy(g => g.Key)
            .Select(g => new FrontBlock(g.Key, g.Take(InBlock).ToList(), Math.Max(0, g.Count() - InBlock), ItemCharacters)).ToList();
        var columns = Enumerable.Range(0, Math.Min(MostColumns, blocks.Count)).Select(_ => new List<FrontBlock>()).ToList();
        foreach (var block in blocks.OrderByDescending(b => b.Depth))
            columns.MinBy(DepthOf)!.Add(block);
        var foot = columns.Select(DepthOf).DefaultIfEmpty().Max();
        return columns.Select(c => Filled(c.OrderBy(b => b.Section).ToList(), foot)).OrderBy(c => c[0].Section).ToList();
    }

    /// <summary>A short column prints more of its stories' text, as long as they have any and the foot is not reached.</summary>
    private static IReadOnlyList<FrontBlock> Filled(List<FrontBlock> column, int foot)
    {
        var filled = column;
        for (var characters = ItemCharacters; characters <= MostItemCharacters; characters += 60)
        {
            var longer = column.Select(b => b with { Characters = characters }).ToList();
            if (DepthOf(longer) > foot)
                break;
            filled = longer;
        }

        return filled;
    }

    private static int DepthOf(IEnumerable<FrontBlock> column) => column.Sum(b => b.Depth);
}
