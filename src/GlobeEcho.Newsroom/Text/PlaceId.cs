namespace GlobeEcho.Newsroom.Text;

/// <summary>A place's number in GeoNames (geonames.org), whichever list it came from.</summary>
public readonly record struct PlaceId(int Value);
