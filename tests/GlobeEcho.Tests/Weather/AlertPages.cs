using System.Text.Json;

namespace GlobeEcho.Tests.Weather;

/// <summary>Documents of our own making in the shapes of MeteoAlarm's feeds and of the US weather service's warnings.</summary>
internal static class AlertPages
{
    public const string Poland = "/feeds/meteoalarm-legacy-atom-poland";
    public const string Nws = "/alerts/active";

    public static string Feed(params string[] entries) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:cap=\"urn:oasis:names:tc:emergency:cap:1.2\">"
        + "<id>tag:example,2024:PL</id><title>Warnings</title>" + string.Concat(entries) + "</feed>";

    public static string Entry(
        string id, string area, string what = "Yellow wind warning", string severity = "Moderate", string expires = "2024-05-25T06:00:00+02:00",
        string message = "Alert", string status = "Actual", string references = "") =>
        $"""
        <entry><cap:areaDesc>{area}</cap:areaDesc><cap:event>{what}</cap:event><cap:sent>2024-05-24T10:00:00+02:00</cap:sent>
        <cap:effective>2024-05-24T10:00:00+02:00</cap:effective><cap:onset>2024-05-24T18:00:00+02:00</cap:onset><cap:expires>{expires}</cap:expires>
        <cap:severity>{severity}</cap:severity><cap:message_type>{message}</cap:message_type><cap:status>{status}</cap:status>
        <cap:identifier>{id}</cap:identifier><cap:references>{references}</cap:references>
        <link href="https://feeds.example.org/{id}" type="application/cap+xml"/><link href="https://alerts.example.org?region=PL" rel="related" title="Poland"/>
        <author><name>meteoalarm.org</name></author><published>2024-05-24T08:00:00Z</published><id>https://feeds.example.org/{id}?area={area}</id><title>A warning</title></entry>
        """;

    public static string Features(params object[] properties) =>
        JsonSerializer.Serialize(new { type = "FeatureCollection", features = properties.Select(p => new { type = "Feature", properties = p }) });

    public static object Warning(
        string id, string what = "Tornado Warning", string severity = "Extreme", string? ends = null, string expires = "2024-05-24T16:00:00-04:00",
        string message = "Alert", string status = "Actual", params string[] replaces) => new
        {
            id,
            @event = what,
            severity,
            ends,
            expires,
            status,
            messageType = message,
            areaDesc = "District of Columbia",
            senderName = "NWS Baltimore MD/Washington DC",
            sent = "2024-05-24T08:00:00-04:00",
            effective = "2024-05-24T08:00:00-04:00",
            onset = "2024-05-24T09:00:00-04:00",
            headline = what + " issued",
            description = "Take cover.",
            references = replaces.Select(r => new { identifier = r, sender = "w-nws", sent = "2024-05-24T07:00:00-04:00" }),
        };
}
