using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>Open-Meteo's search for places by name, over the data of GeoNames. Its free service is for non-commercial use.</summary>
public sealed class GeocodingClient(Fetcher fetcher, IOptions<WeatherOptions> options)
{
    // Places asked for; a search by a country or region picks from them.
    private const int Count = 20;

    /// <summary>Where the places are from.</summary>
    public static Attribution From { get; } = new("Places from GeoNames", new Uri("https://www.geonames.org/"), "CC BY 4.0");

    /// <param name="country">ISO 3166 alpha-2; null for the whole world.</param>
    public async Task<Answer<IReadOnlyList<Place>>> AskAsync(string name, string? country, CancellationToken cancel)
    {
        var result = await fetcher.FetchAsync(new FetchRequest(Address(options.Value.Geocoding, name, country), Accept: "application/json"), cancel);
        return Answer<IReadOnlyList<Place>>.From(result, Read);
    }

    public static Uri Address(Uri service, string name, string? country) => new UriBuilder(service)
    {
        Query = $"name={Uri.EscapeDataString(name)}&count={Count.ToString(CultureInfo.InvariantCulture)}&language=en&format=json"
            + (country is null ? "" : $"&countryCode={country}"),
    }.Uri;

    /// <summary>The towns of an answer. Without <c>results</c> nothing was found; a place whose clock is not known is left out.</summary>
    public static Reading<IReadOnlyList<Place>> Read(byte[] body) => Reading<IReadOnlyList<Place>>.Of(body, root =>
    {
        if (root.ValueKind != JsonValueKind.Object)
            return new Reading<IReadOnlyList<Place>>.Unreadable("The answer is no search result.");
        if (root.Field("error") is { ValueKind: JsonValueKind.True })
            return new Reading<IReadOnlyList<Place>>.Unreadable($"The geocoder says: {root.Text("reason") ?? "error"}");
        if (root.Field("results") is { ValueKind: not JsonValueKind.Array })
            return new Reading<IReadOnlyList<Place>>.Unreadable("The answer's results are no list.");
        return new Reading<IReadOnlyList<Place>>.Read(root.Field("results").Items().Select(One).OfType<Place>().DistinctBy(p => p.Id).ToList());
    });

    private static Place? One(JsonElement item)
    {
        JsonElement? place = item;
        // P: cities and villages; the geocoder also knows airports, hills and whole countries.
        if (place.Text("feature_code")?.StartsWith("PPL", StringComparison.Ordinal) == false)
            return null;
        if (place.Number("id", 1, int.MaxValue) is not { } id || place.Text("name") is not { } name || place.Text("country_code") is not { Length: 2 } country
            || place.Number("latitude", -90, 90) is not { } latitude || place.Number("longitude", -180, 180) is not { } longitude
            || place.Text("timezone") is not { } zone || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            return null;
        var number = new PlaceId((int)id);
        return new Place(
            number, name, place.Text("admin1"), country.ToUpperInvariant(), latitude, longitude, zone,
            Gazetteer.Find(number)?.IsCapital ?? false, (int)(place.Number("population", 0, 100_000_000) ?? 0));
    }
}
