using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Tests.Digests;

public sealed class DigestHistoryTests
{
    private static readonly DateTimeOffset Start = new(2024, 5, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_comes_in_within_the_first_half_hour_is_no_addition()
    {
        var versions = new[] { Version(1, 0, "A"), Version(2, 30, "A", "B"), Version(3, 31, "A", "B", "C") };

        Assert.Equal([("C", Start.AddMinutes(31))], DigestHistory.Added(versions).Select(a => (a.Key, a.Value)));
    }

    [Fact]
    public void Sentence_that_comes_back_counts_from_its_return()
    {
        var versions = new[] { Version(1, 0, "A", "B"), Version(2, 60, "A"), Version(3, 120, "A", "B") };

        Assert.Equal([("B", Start.AddMinutes(120))], DigestHistory.Added(versions).Select(a => (a.Key, a.Value)));
    }

    [Fact]
    public void Changes_name_what_came_what_went_and_the_headline_before()
    {
        var changes = DigestHistory.Changes([Version(1, 0, "A", "B"), Version(2, 60, "B", "C") with { Headline = "New" }]);

        Assert.Equal(["A", "B"], changes[0].Added);
        Assert.Equal(["C"], changes[1].Added);
        Assert.Equal(["A"], changes[1].Removed);
        Assert.Equal("Old", changes[1].HeadlineBefore);
    }

    [Fact]
    public void Order_alone_is_no_change() =>
        Assert.Equal((0, 0), DigestHistory.Changes([Version(1, 0, "A", "B"), Version(2, 60, "B", "A")]) is [_, var second] ? (second.Added.Count, second.Removed.Count) : (-1, -1));

    [Fact]
    public void Blanked_text_keeps_the_place_of_every_other_character()
    {
        const string Before = "Forty people were saved. The ship sank at noon. A judge will ask why.";
        const string After = "Four people were saved! The ship sank, at noon. A judge will ask why.";

        var blanked = TextRevision.Blanked(Before, After);

        Assert.Equal(Before.Length, blanked.Length);
        Assert.Equal(Before[Before.IndexOf("The ship", StringComparison.Ordinal)..], blanked.TrimStart());
        Assert.True(TextRevision.IsSame(After, After.ToUpperInvariant()));
    }

    private static DigestVersion Version(int number, int minutes, params string[] texts) => new(
        new StoryId(1), number, Start.AddMinutes(minutes), DigestCause.Story, "Old", "en",
        texts.Select(t => new Claim(t, 0, [new Citation(new ArticleId(1), new TextSpan(0, 1))])).ToList());
}
