namespace GlobeEcho.Commands.Sample;

/// <summary>A clock that runs as fast as another one, from a moment of our choosing: the sample's day is not today.</summary>
internal sealed class SampleClock(TimeProvider real, DateTimeOffset from) : TimeProvider
{
    private readonly DateTimeOffset _started = real.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => from + (real.GetUtcNow() - _started);

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}
