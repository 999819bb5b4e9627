using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Site.WeatherPage;

/// <param name="Words">As the reader wrote them.</param>
/// <param name="Places">The largest first; may be empty.</param>
public sealed record SearchedPlaces(string Words, IReadOnlyList<Place> Places);
