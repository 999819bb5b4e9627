namespace GlobeEcho.Newsroom.Text;

/// <summary>A town on the map.</summary>
/// <param name="Region">The part of the country it lies in; null when nobody says.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="Latitude">Degrees, north positive.</param>
/// <param name="Longitude">Degrees, east positive.</param>
/// <param name="TimeZone">The IANA name: "Europe/Minsk".</param>
/// <param name="IsCapital">Of a state.</param>
/// <param name="Population">0 when nobody says.</param>
public sealed record Place(
    PlaceId Id, string Name, string? Region, string Country, double Latitude, double Longitude, string TimeZone, bool IsCapital, int Population);
