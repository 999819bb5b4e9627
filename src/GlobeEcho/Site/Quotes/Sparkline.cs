using System.Globalization;
using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Site.Quotes;

/// <summary>
/// A line through prices in a box of 100 by 100, the highest at the top: an SVG stretches it to its place. Where prices are missing
/// the line is missing too.
/// </summary>
/// <param name="Runs">The unbroken parts, each as the points of a polyline. A lone price is a run of the same point twice, so that a round cap shows it.</param>
public sealed record Sparkline(IReadOnlyList<string> Runs, decimal Low, decimal High)
{
    /// <summary>Prices with fewer than these get no small line: two or three make a slope, not a course.</summary>
    public const int Fewest = 5;

    // Room above and below, so that the stroke is not cut.
    private const double Edge = 4;

    /// <summary>Prices at even distances, null where one is missing. Null with fewer than two.</summary>
    public static Sparkline? Of(IReadOnlyList<decimal?> prices)
    {
        var last = Math.Max(1, prices.Count - 1);
        return Draw(prices.Select((p, i) => (At: 100.0 * i / last, Price: p)));
    }

    /// <summary>Candles at their times within [<paramref name="from"/>, <paramref name="until"/>]; two further apart than <paramref name="gap"/> are not joined.</summary>
    public static Sparkline? Over(IReadOnlyList<Candle> candles, DateTimeOffset from, DateTimeOffset until, TimeSpan gap)
    {
        var points = new List<(double At, decimal? Price)>();
        for (var i = 0; i < candles.Count; i++)
        {
            if (i > 0 && candles[i].Start - candles[i - 1].Start > gap)
                points.Add((0, null));
            points.Add((At(candles[i].Start, from, until), candles[i].Close));
        }

        return Draw(points);
    }

    /// <summary>Where a moment stands between two others: 0 to 100; moments outside stand at the edge.</summary>
    public static double At(DateTimeOffset moment, DateTimeOffset from, DateTimeOffset until) =>
        until <= from ? 0 : Math.Clamp(100 * ((moment - from) / (until - from)), 0, 100);

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static Sparkline? Draw(IEnumerable<(double At, decimal? Price)> points)
    {
        var all = points.ToList();
        var known = all.Where(p => p.Price is not null).Select(p => p.Price!.Value).ToList();
        if (known.Count < 2)
            return null;
        var (low, high) = (known.Min(), known.Max());
        var runs = new List<List<string>> { new() };
        foreach (var (at, price) in all)
        {
            if (price is { } there)
                runs[^1].Add($"{Number(at)},{Number(Height(there, low, high))}");
            else if (runs[^1].Count > 0)
                runs.Add([]);
        }

        return new Sparkline(
            runs.Where(r => r.Count > 0).Select(r => string.Join(' ', r.Count == 1 ? [r[0], r[0]] : r)).ToList(), low, high);
    }

    // Prices that never moved run through the middle.
    private static double Height(decimal price, decimal low, decimal high) =>
        high == low ? 50 : Edge + ((100 - (2 * Edge)) * (double)((high - price) / (high - low)));
}
