namespace GlobeEcho.Newsroom;

/// <summary>How long the stages of one pass took.</summary>
internal sealed class StageTimes(TimeProvider clock)
{
    private readonly SortedDictionary<Stage, double> _seconds = [];

    public IReadOnlyDictionary<Stage, double> Seconds => _seconds;

    /// <summary>Runs a stage and keeps its time.</summary>
    public async Task<T> MeasureAsync<T>(Stage stage, Func<Task<T>> work)
    {
        var started = clock.GetTimestamp();
        var done = await work();
        _seconds[stage] = Math.Round(clock.GetElapsedTime(started).TotalSeconds, 3);
        return done;
    }
}
