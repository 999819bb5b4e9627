using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Site.Briefs;

namespace GlobeEcho.Site.FrontPage;

/// <summary>Decides what stands where on the front page. The edition has decided the order.</summary>
public static class FrontSetting
{
    private const int JustIn = 6;
    private const int InBlock = 4;

    /// <param name="stories">In order of rank; at least one.</param>
    public static FrontPageContent Set(DateTimeOffset made, IReadOnlyList<StoryBrief> stories)
    {
        var seconds = stories.Skip(1).Take(2).ToList();
        var thirds = stories.Skip(3).Take(2).ToList();
        var rest = stories.Skip(5).ToList();
        // A thin paper keeps its stories for the sections.
        var newest = rest.OrderByDescending(s => s.Last).Take(Math.Min(JustIn, rest.Count / 2)).ToList();
        return new FrontPageContent(made, stories[0], seconds, thirds, newest, Blocks(rest.Except(newest).ToList()));
    }

    private static List<FrontBlock> Blocks(List<StoryBrief> stories)
    {
        var sections = stories.GroupBy(s => s.Section).OrderBy(g => g.Key).ToList();
        var spans = Spans(sections.Count);
        return sections.Select((g, i) => new FrontBlock(g.Key, g.Take(InBlock).ToList(), spans[i], Math.Max(0, g.Count() - InBlock))).ToList();
    }

    /// <summary>Widths in twelfths, in rows of four blocks, three, or fewer, so that every row is full.</summary>
    public static IReadOnlyList<int> Spans(int blocks)
    {
        var spans = new List<int>();
        for (var left = blocks; left > 0;)
        {
            var row = left switch { 1 or 2 => left, 3 or 5 or 6 or 9 => 3, _ => 4 };
            spans.AddRange(Enumerable.Repeat(12 / row, row));
            left -= row;
        }

        return spans;
    }
}
