namespace GlobeEcho.Bench.Fanout;

/// <summary>Frames that arrived, frames that did not, and how late they were. Thread-safe.</summary>
internal sealed class FanoutTally
{
    private const int StepsPerMillisecond = 20;
    private readonly long[] _delays = new long[10_000 * StepsPerMillisecond];
    private long _frames;
    private long _missed;
    private volatile bool _counting;

    public long Frames => Volatile.Read(ref _frames);

    public long Missed => Volatile.Read(ref _missed);

    public void Begin() => _counting = true;

    public void End() => _counting = false;

    public void Add(double milliseconds, long missed)
    {
        if (!_counting)
            return;
        Interlocked.Increment(ref _frames);
        Interlocked.Add(ref _missed, missed);
        Interlocked.Increment(ref _delays[Math.Clamp((int)(milliseconds * StepsPerMillisecond), 0, _delays.Length - 1)]);
    }

    /// <summary>Milliseconds, to a twentieth.</summary>
    public double Percentile(double part)
    {
        var (wanted, seen) = ((long)Math.Ceiling(Frames * part), 0L);
        for (var step = 0; step < _delays.Length; step++)
        {
            seen += _delays[step];
            if (seen >= wanted)
                return (double)step / StepsPerMillisecond;
        }

        return double.NaN;
    }
}
