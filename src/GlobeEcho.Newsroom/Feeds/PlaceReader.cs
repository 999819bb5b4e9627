using System.Globalization;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>GeoRSS (simple and GML) and the W3C's latitude and longitude.</summary>
internal static class PlaceReader
{
    // Corners; a coastline drawn by hand has fewer.
    private const int MaxNumbers = 20_000;

    private static readonly char[] Between = [' ', ',', '\t', '\r', '\n'];

    // Reference systems that write the latitude first, which GeoJSON writes second; those in metres do not.
    private static readonly string[] LatitudeFirst = ["4326", "4979", "CRS84", "WGS84"];

    /// <summary>A shape whose corners are still to come.</summary>
    public static FeedPlace Begin(string name, string? system) => new(name switch { "gml:linestring" => "LineString", "gml:polygon" => "Polygon", _ => "Point" }, [], system);

    public static bool Take(FeedPart part, FeedField field)
    {
        switch (field.Name)
        {
            case "georss:point":
                part.Place = Shape("Point", field.Text, null, 2);
                break;
            case "georss:line":
                part.Place = Shape("LineString", field.Text, null, 2);
                break;
            case "georss:polygon":
                part.Place = Shape("Polygon", field.Text, null, 2);
                break;
            case "georss:box":
                part.Place = Shape("Box", field.Text, null, 2);
                break;
            case "gml:pos" or "gml:poslist" or "gml:coordinates":
                var dimensions = int.TryParse(field["srsdimension"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is 2 or 3 ? n : 0;
                part.Place = Shape(part.Place?.Kind is { Length: > 0 } kind ? kind : "Point", field.Text, part.Place?.System, dimensions);
                break;
            case "geo:lat" or "geo:long":
                part.Others[field.Name] = field.Text;
                if (part.Other("geo:lat") is { } lat && part.Other("geo:long") is { } far)
                    part.Place = Shape("Point", $"{lat} {far}", null, 2);
                break;
            default:
                return false;
        }

        return true;
    }

    private static FeedPlace Shape(string kind, string text, string? system, int dimensions)
    {
        var numbers = new List<double>();
        foreach (var piece in text.Split(Between, MaxNumbers, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!double.TryParse(piece, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                return new FeedPlace("", []);
            numbers.Add(number);
        }

        // A single position of three numbers has a height.
        if (dimensions == 0)
            dimensions = kind == "Point" && numbers.Count == 3 ? 3 : 2;
        var swap = system is null || Array.Exists(LatitudeFirst, s => system.Contains(s, StringComparison.OrdinalIgnoreCase));
        var positions = numbers.Chunk(dimensions).Where(p => p.Length == dimensions).Select(p => (IReadOnlyList<double>)(swap ? [p[1], p[0], .. p[2..]] : p)).ToList();
        var least = kind switch { "Point" => 1, "Polygon" => 4, _ => 2 };
        return positions.Count < least ? new FeedPlace("", []) : new FeedPlace(kind, kind == "Point" ? positions[..1] : positions, system);
    }
}
