using System.Globalization;

namespace GlobeEcho.Bench.Speed;

/// <summary>Figures of repeated runs, printed with what they were measured on.</summary>
internal static class Medians
{
    public const int Runs = 5;

    public static void Print(string name, string unit, IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var (median, least, most) = (sorted[sorted.Count / 2], sorted[0], sorted[^1]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name}: {median:0.0} {unit} (median of {sorted.Count}, {least:0.0} to {most:0.0}, {Environment.ProcessorCount} cores)"));
    }
}
