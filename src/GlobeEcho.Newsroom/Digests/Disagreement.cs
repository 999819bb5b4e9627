using System.Globalization;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>A number on which tellings of one story differ, side by side.</summary>
/// <param name="Counted">What is counted: "deaths", "people missing", or in the words of a telling "homes destroyed".</param>
/// <param name="Values">Two or more; of a later day first, of one day those with more voices.</param>
public sealed record Disagreement(string Counted, IReadOnlyList<ToldValue> Values)
{
    /// <summary>"Reports differ on deaths: 670 (Isle Courier, Sunday) – 100 (Harbour Post, Friday)"; days older than six before the latest get their date.</summary>
    public string InOneLine()
    {
        var latest = Values.SelectMany(v => v.Told).Max(t => t.Published);
        return $"Reports differ on {Counted}: " + string.Join(" – ", Values.Select(v => $"{v.Text} ({Who(v, latest)})"));
    }

    private static string Who(ToldValue value, DateTimeOffset? latest)
    {
        var first = value.Told[0];
        var others = value.Voices - 1;
        var name = others == 0 ? first.Publisher : $"{first.Publisher} and {others} more";
        if (first.Published is not { } time)
            return name;
        var format = latest - time < TimeSpan.FromDays(6) ? "dddd" : "d MMMM yyyy";
        return $"{name}, {time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture)}";
    }
}
