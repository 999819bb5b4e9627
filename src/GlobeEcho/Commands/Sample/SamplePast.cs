using System.Globalization;

namespace GlobeEcho.Commands.Sample;

/// <summary>
/// Answers as Kraken does when it is asked for candles of the past: Bitcoin's and Ether's daily closes as they were, rounded, and
/// between them a course that nobody traded.
/// </summary>
internal static class SamplePast
{
    private const int Most = 720;

    private static readonly DateTimeOffset FirstDay = new(2024, 4, 24, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, double[]> Closes = new()
    {
        ["XBTUSD"] =
        [
            64_280, 64_480, 63_760, 63_420, 63_110, 63_840, 60_640, 58_250, 59_120, 62_890, 63_890, 64_030, 63_160, 62_330, 61_190, 63_050,
            60_790, 60_790, 61_450, 62_900, 61_550, 66_270, 65_230, 67_050, 66_940, 66_280, 71_450, 70_140, 69_120, 67_930, 68_650,
        ],
        ["ETHUSD"] =
        [
            3_140, 3_157, 3_130, 3_252, 3_262, 3_215, 3_012, 2_970, 2_986, 3_103, 3_118, 3_137, 3_063, 3_006, 2_974, 3_036, 2_909, 2_912,
            2_929, 2_950, 2_881, 3_035, 2_945, 3_094, 3_123, 3_072, 3_664, 3_790, 3_737, 3_777, 3_728,
        ],
    };

    public static IResult Answer(string pair, int interval)
    {
        if (!Closes.TryGetValue(pair, out var closes) || interval is not (1 or 60 or 1440))
            return Results.Json(new { error = new[] { "EQuery:Unknown asset pair" } });
        var length = TimeSpan.FromMinutes(interval);
        var last = new DateTimeOffset(SampleWire.Now.Ticks - (SampleWire.Now.Ticks % length.Ticks), TimeSpan.Zero);
        var rows = new List<object[]>();
        for (var start = Later(FirstDay.AddDays(1), last - (length * (Most - 1))); start <= last; start += length)
            rows.Add(Row(closes, start, length));
        return Results.Json(new { error = Array.Empty<string>(), result = new Dictionary<string, object> { [pair] = rows, ["last"] = last.ToUnixTimeSeconds() } });
    }

    private static object[] Row(double[] closes, DateTimeOffset start, TimeSpan length)
    {
        // Eight looks into the span are enough for a high and a low.
        var course = Enumerable.Range(0, 9).Select(i => Price(closes, start + (length * (i / 8.0)))).ToList();
        return [start.ToUnixTimeSeconds(), Text(course[0]), Text(course.Max()), Text(course.Min()), Text(course[^1]), Text(course.Average()), "0.0", 0];
    }

    /// <summary>From close to close, in waves that vanish at each of them. The last day ends in the evening.</summary>
    private static double Price(double[] closes, DateTimeOffset moment)
    {
        var day = Math.Clamp((moment - FirstDay).TotalDays - 1, 0, closes.Length - 1 - 1e-9);
        var (whole, part) = ((int)day, day - Math.Floor(day));
        if (whole == closes.Length - 2)
            part = Math.Min(1, part / SampleWire.Now.TimeOfDay.TotalDays);
        var wave = Math.Sin(part * Math.PI) * ((0.006 * Math.Sin((day * 19) + whole)) + (0.0025 * Math.Sin(day * 131)) + (0.0008 * Math.Sin(day * 1571)));
        return (closes[whole] + ((closes[whole + 1] - closes[whole]) * part)) * (1 + wave);
    }

    private static string Text(double price) => price.ToString("0.00", CultureInfo.InvariantCulture);

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
