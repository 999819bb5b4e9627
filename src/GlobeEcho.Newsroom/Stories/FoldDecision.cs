namespace GlobeEcho.Newsroom.Stories;

/// <summary>Where an article belongs.</summary>
public abstract record FoldDecision
{
    private FoldDecision(long story, double likeness, string reason)
    {
        Story = story;
        Likeness = likeness;
        Reason = reason;
    }

    /// <summary>The story the article is now in.</summary>
    public long Story { get; }

    /// <summary>0 to 1: how near the article stood to the story; 1 for the one that opened it.</summary>
    public double Likeness { get; }

    /// <summary>Plain words for the reader.</summary>
    public string Reason { get; }

    /// <summary>Set when this article showed a story to be two.</summary>
    public Parting? Parted { get; init; }

    /// <summary>The story the article was in before it was parted: what others were merged into.</summary>
    public long Whole => Parted?.From ?? Story;

    public sealed record Opened(long NewStory, string Why = "opened the story") : FoldDecision(NewStory, 1, Why);

    /// <param name="Merged">Stories that this article showed to be the same as the one it joined; their tellings are now in that one.</param>
    public sealed record Joined(long Known, double Nearness, string Why, IReadOnlyList<long> Merged) : FoldDecision(Known, Nearness, Why);
}
