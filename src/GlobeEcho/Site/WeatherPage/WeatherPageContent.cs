using GlobeEcho.Site.Weather;

namespace GlobeEcho.Site.WeatherPage;

/// <summary>All that the page of the weather prints.</summary>
/// <param name="Shown">The place the page is about.</param>
/// <param name="Yours">The places the reader chose, in the reader's order.</param>
/// <param name="Capitals">By region, in the paper's order.</param>
/// <param name="Search">Null when the reader searched for nothing.</param>
public sealed record WeatherPageContent(
    PlaceNow Shown,
    WeatherChoice Choice,
    IReadOnlyList<PlaceNow> Yours,
    IReadOnlyList<(string Region, IReadOnlyList<PlaceNow> Places)> Capitals,
    SearchedPlaces? Search,
    DateTimeOffset? Made)
{
    public ReaderUnits Units => Choice.Units;

    /// <summary>Whether the reader chose the place, and whether it is the one on the masthead.</summary>
    public bool IsYours => Choice.Places.Contains(Shown.Place.Id);

    public bool IsMine => Choice.Places is [var first, ..] && first == Shown.Place.Id;
}
