namespace GlobeEcho.Newsroom.Markets;

/// <summary>How long to leave a source alone after failures in a row: doubled each time, with full jitter.</summary>
internal static class Backoff
{
    // Full jitter may draw almost nothing; so little is no pause at all.
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(250);

    /// <param name="failures">In a row, from 1.</param>
    /// <param name="chance">Drawn evenly from [0, 1).</param>
    public static TimeSpan Wait(int failures, TimeSpan first, TimeSpan last, double chance)
    {
        var ceiling = first * Math.Pow(2, Math.Clamp(failures - 1, 0, 30));
        var wait = (ceiling < last ? ceiling : last) * chance;
        return wait > Least ? wait : Least;
    }
}
