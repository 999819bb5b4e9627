using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>Warnings of the US National Weather Service (api.weather.gov) for a point. Its terms: say who asks, at most four decimals. Public domain.</summary>
public sealed class NwsClient(Fetcher fetcher, TimeProvider clock, IOptions<WeatherOptions> options) : IAlertClient
{
    // Letters of a warning's text that are kept.
    private const int LongestText = 4000;

    private static readonly Attribution From = new("Warnings from the US National Weather Service", new Uri("https://www.weather.gov/alerts"), "public domain");

    // The states and the territories that the service warns for.
    private static readonly string[] Served = ["US", "PR", "GU", "VI", "AS", "MP"];

    public string? AreaOf(Place place) => Served.Contains(place.Country) ? $"nws:{Point(place)}" : null;

    public async Task<Answer<IReadOnlyList<WeatherAlert>>> AskAsync(Place place, string? etag, string? lastModified, CancellationToken cancel)
    {
        var result = await fetcher.FetchAsync(new FetchRequest(Address(options.Value.Nws, place), etag, lastModified, "application/geo+json"), cancel);
        return Answer<IReadOnlyList<WeatherAlert>>.From(result, body => Read(body, place.Country, clock.GetUtcNow()));
    }

    public static Uri Address(Uri service, Place place) => new UriBuilder(service) { Query = $"point={Point(place)}" }.Uri;

    /// <summary>The warnings of an answer that are in force or to come; tests and what was taken back or replaced are left out.</summary>
    public static Reading<IReadOnlyList<WeatherAlert>> Read(byte[] body, string country, DateTimeOffset now) =>
        Reading<IReadOnlyList<WeatherAlert>>.Of(body, root => root.Field("features") is { ValueKind: JsonValueKind.Array } features
            ? new Reading<IReadOnlyList<WeatherAlert>>.Read(AlertMessage.InForce(
                features.EnumerateArray().Select(f => Message(f.Field("properties"), country)).OfType<AlertMessage>().ToList(), now))
            : new Reading<IReadOnlyList<WeatherAlert>>.Unreadable("The answer is no list of warnings: it has no features."));

    private static string Point(Place place) => string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.####},{place.Longitude:0.####}");

    /// <summary>Null for a test, and for a message without what a warning must have.</summary>
    private static AlertMessage? Message(JsonElement? properties, string country)
    {
        if (properties.Text("status") is { } status && !status.Equals("Actual", StringComparison.OrdinalIgnoreCase))
            return null;
        // The message may expire before the event ends; a new one follows then.
        if (properties.Text("id") is not { } id || properties.Text("event") is not { } what || properties.Moment("sent") is not { } sent
            || (properties.Moment("ends") ?? properties.Moment("expires")) is not { } expires)
            return null;
        var text = properties.Text("description") ?? properties.Text("headline");
        var alert = new WeatherAlert(
            id,
            properties.Text("senderName") ?? "National Weather Service",
            what,
            AlertMessage.SeverityOf(properties.Text("severity")),
            properties.Text("areaDesc") ?? "",
            country,
            sent,
            properties.Moment("onset") ?? properties.Moment("effective"),
            expires,
            text is { Length: > LongestText } ? text[..LongestText] : text,
            AlertMessage.LinkOf(properties.Text("web")),
            From);
        var replaces = properties.Field("references").Items().Select(r => r.Text("identifier") ?? r.Text("@id")).OfType<string>().ToList();
        return new AlertMessage(alert, properties.Text("messageType") == "Cancel", replaces);
    }
}
