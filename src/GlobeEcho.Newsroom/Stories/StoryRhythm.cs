namespace GlobeEcho.Newsroom.Stories;

/// <summary>How often a story is told anew, by texts that are no echoes, and what that says of it at a moment.</summary>
public static class StoryRhythm
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(6);
    private static readonly TimeSpan Burst = TimeSpan.FromHours(3);
    private const int BurstTellings = 3;

    private static readonly TimeSpan Young = TimeSpan.FromDays(2);

    // A night is no end, and a week is one whatever the rhythm was.
    private static readonly TimeSpan LeastPatience = TimeSpan.FromHours(18);
    private static readonly TimeSpan MostPatience = TimeSpan.FromDays(7);
    private const double UsualGaps = 4;

    // The newest gaps make the rhythm: a story that slowed down is waited for longer.
    private const int GapsRead = 8;

    /// <param name="tellings">Of one story, any order; at least one.</param>
    /// <param name="now">Tellings dated later count as told now.</param>
    public static StoryPhase PhaseAt(IReadOnlyCollection<Telling> tellings, DateTimeOffset now)
    {
        var times = tellings.Where(t => t.Echo is null).Select(t => t.Published < now ? t.Published : now).Order().ToList();
        // Echoes whose original is not among the tellings are all there is.
        if (times.Count == 0)
            times = tellings.Select(t => t.Published < now ? t.Published : now).Order().ToList();
        var patience = PatienceOf(times);
        if (now - times[^1] > patience)
            return StoryPhase.Ended;
        // A story that comes back after it had ended breaks anew.
        var began = Began(times);
        if (now - began <= Fresh && times.Count(t => t >= began && now - t <= Burst) >= BurstTellings)
            return StoryPhase.Breaking;
        return now - times[0] <= Young ? StoryPhase.Developing : StoryPhase.Continuing;
    }

    /// <summary>The silence after which a story has ended.</summary>
    private static TimeSpan PatienceOf(IReadOnlyList<DateTimeOffset> times)
    {
        if (times.Count < 2)
            return LeastPatience;
        var gaps = times.Zip(times.Skip(1), (a, b) => b - a).TakeLast(GapsRead).Order().ToList();
        var patience = gaps[gaps.Count / 2] * UsualGaps;
        return patience < LeastPatience ? LeastPatience : patience > MostPatience ? MostPatience : patience;
    }

    /// <summary>When the run of tellings began that the last one belongs to.</summary>
    private static DateTimeOffset Began(List<DateTimeOffset> times)
    {
        for (var i = times.Count - 1; i > 0; i--)
        {
            if (times[i] - times[i - 1] > PatienceOf(times[..i]))
                return times[i];
        }

        return times[0];
    }
}
