namespace GlobeEcho.Site.Echo;

/// <summary>The stretch of time a strip shows.</summary>
public sealed record EchoWindow
{
    private static readonly int[] Lengths = [6, 12, 24, 48, 72];

    private EchoWindow(DateTimeOffset from, DateTimeOffset to)
    {
        From = from;
        To = to;
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    public int Hours => (int)Math.Round((To - From).TotalHours);

    /// <summary>The shortest of 6, 12, 24, 48 and 72 hours up to <paramref name="end"/> that holds nine tellings in ten.</summary>
    public static EchoWindow Before(DateTimeOffset end, IReadOnlyCollection<DateTimeOffset> tellings)
    {
        var hours = Lengths.FirstOrDefault(h => tellings.Count(t => t >= end.AddHours(-h)) >= 0.9 * tellings.Count, Lengths[^1]);
        return new EchoWindow(end.AddHours(-hours), end);
    }

    /// <summary>From the first to the last, at least an hour, with a little room on both sides.</summary>
    public static EchoWindow Around(DateTimeOffset first, DateTimeOffset last)
    {
        var span = last - first < TimeSpan.FromHours(1) ? TimeSpan.FromHours(1) : last - first;
        return new EchoWindow(first - 0.03 * span, first + 1.03 * span);
    }

    /// <summary>0 to 100; moments outside stand at the edge.</summary>
    public double At(DateTimeOffset moment) => Math.Clamp(100 * ((moment - From) / (To - From)), 0, 100);

    /// <summary>Full hours of the paper's clock inside the window, so far apart that about <paramref name="most"/> of them fit.</summary>
    public IReadOnlyList<DateTimeOffset> Ticks(int most, Func<DateTimeOffset, DateTimeOffset> local)
    {
        int[] steps = [1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 720, 2160, 8760];
        var step = steps.FirstOrDefault(s => (To - From).TotalHours / s <= most, steps[^1]);
        var start = local(From);
        var tick = new DateTimeOffset(start.Date, start.Offset);
        var ticks = new List<DateTimeOffset>();
        for (; tick <= To; tick = tick.AddHours(step))
        {
            if (tick >= From)
                ticks.Add(tick);
        }

        return ticks;
    }
}
