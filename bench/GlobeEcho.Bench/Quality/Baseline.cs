using System.Text.Json;
using System.Text.Json.Serialization;

namespace GlobeEcho.Bench.Quality;

/// <summary>The floors as baseline.json holds them. A floor is raised by --update; lowering one is done by hand, with a written reason.</summary>
internal sealed class Baseline
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly SortedDictionary<string, Floor> _floors;

    private Baseline(SortedDictionary<string, Floor> floors) => _floors = floors;

    public IEnumerable<string> Names => _floors.Keys;

    public static Baseline Read() =>
        new(new(JsonSerializer.Deserialize<Dictionary<string, Floor>>(File.ReadAllText(Places.Baseline), Json)!, StringComparer.Ordinal));

    public Floor? Of(Measure measure) => _floors.GetValueOrDefault(measure.Name);

    /// <summary>Sets a first floor or raises one; false when the value is no better.</summary>
    public bool Raise(Measure measure, double now)
    {
        if (_floors.TryGetValue(measure.Name, out var floor) && (floor.Better == Better.Higher ? now <= floor.Value : now >= floor.Value))
            return false;
        _floors[measure.Name] = floor is null ? new Floor(now, measure.Better, measure.Tolerance) : floor with { Value = now };
        return true;
    }

    public void Write() => File.WriteAllText(Places.Baseline, JsonSerializer.Serialize(_floors, Json) + "\n");

    internal sealed record Floor([property: JsonPropertyName("floor")] double Value, Better Better, double Tolerance)
    {
        public bool Holds(double now) => Better == Better.Higher ? now >= Value - Tolerance : now <= Value + Tolerance;
    }
}
