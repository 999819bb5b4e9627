namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Where an item happens, in GeoJSON's words.</summary>
/// <param name="Kind">"Point", "LineString", "Polygon" or "Box"; empty when what is written is no place.</param>
/// <param name="Positions">Each longitude, latitude and, where given, height.</param>
/// <param name="System">The reference system the feed names, if any.</param>
public sealed record FeedPlace(string Kind, IReadOnlyList<IReadOnlyList<double>> Positions, string? System = null);
