namespace GlobeEcho.Newsroom.Weather;

/// <summary>A warning of a weather service.</summary>
/// <param name="Issuer">The service that warns: "NWS Wichita KS".</param>
/// <param name="Event">What it warns of, in the issuer's words.</param>
/// <param name="Area">Where, in the issuer's words.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="Onset">When it begins; null when nobody says.</param>
/// <param name="Expires">When it ends; it is not shown after.</param>
/// <param name="Link">The issuer's own page; null when there is none.</param>
/// <param name="From">The service that passed it on.</param>
public sealed record WeatherAlert(
    string Id,
    string Issuer,
    string Event,
    AlertSeverity Severity,
    string Area,
    string Country,
    DateTimeOffset Sent,
    DateTimeOffset? Onset,
    DateTimeOffset Expires,
    string? Text,
    Uri? Link,
    Attribution From);
