namespace GlobeEcho.Newsroom.Editions;

/// <summary>Decides what stands where: many independent voices, fresh and growing first.</summary>
public static class MakeUp
{
    /// <summary>After this long without a telling a story stands half as high.</summary>
    public static readonly TimeSpan HalfLife = TimeSpan.FromHours(18);

    /// <summary>Tellings younger than this count as growth.</summary>
    public static readonly TimeSpan GrowthWindow = TimeSpan.FromHours(6);

    // A story that runs for days keeps some of its place through new tellings; its age weighs a sixth as much.
    private static readonly TimeSpan HalfLifeOfAge = 6 * HalfLife;

    // One voice alone stands below two: it may be a wire's oddity, or somebody's own theme.
    private const double Alone = 0.35;
    private const double Growth = 0.5;

    // Ten voices weigh as five and a half: a tenth says less than a second one, but far more than nothing.
    private const double VoicesWeigh = 0.75;

    /// <summary>
    /// The edition of a moment: at most so many stories; never empty when there are any. The same stories at the same moment give the
    /// same edition.
    /// </summary>
    public static Edition Of(IReadOnlyCollection<StoryInPlay> stories, DateTimeOffset now, int most) =>
        new(now, Leading(stories, now, most)
            .Select((s, rank) => new Placement(s.Story.Id, s.Section, rank, Math.Round(Prominence(s, now), 6)))
            .ToList());

    /// <summary>The stories that would stand in the edition, in its order.</summary>
    public static IReadOnlyList<StoryInPlay> Leading(IReadOnlyCollection<StoryInPlay> stories, DateTimeOffset now, int most) =>
        stories.OrderByDescending(s => Prominence(s, now)).ThenByDescending(s => s.Story.LastTelling).ThenBy(s => s.Story.Id.Value).Take(most).ToList();

    /// <summary>Grows with the independent voices, a little slower than their number; halves with age. Above 0.</summary>
    public static double Prominence(StoryInPlay played, DateTimeOffset now)
    {
        var story = played.Story;
        var voices = Math.Pow(story.VoiceCount, VoicesWeigh) * (story.VoiceCount == 1 ? Alone : 1);
        var growth = Growth * Math.Log2(1 + played.LatelyTold);
        return (voices + (story.VoiceCount == 1 ? 0 : growth)) * Fading(now - story.LastTelling, HalfLife) * Fading(now - story.Opened, HalfLifeOfAge);
    }

    // Hyperbolic, not exponential: it never reaches nothing, so the order holds however old the news is.
    private static double Fading(TimeSpan age, TimeSpan halfLife) => 1 / (1 + (Math.Max(0, age.TotalHours) / halfLife.TotalHours));
}
