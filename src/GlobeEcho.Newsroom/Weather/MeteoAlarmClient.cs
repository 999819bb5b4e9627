using System.Collections.Frozen;
using System.Xml;
using System.Xml.Linq;
using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>
/// Warnings of Europe's weather services, passed on by EUMETNET's MeteoAlarm: one Atom feed a country, whose entries carry elements of the Common Alerting
/// Protocol. A warning is for the areas it names, which may not be the place's own: the page must name them.
/// </summary>
public sealed class MeteoAlarmClient(Fetcher fetcher, TimeProvider clock, IOptions<WeatherOptions> options) : IAlertClient
{
    private const int MostEntries = 5000;
    private const int MostCharacters = 20_000_000;

    private static readonly Attribution From = new(
        "Warnings from EUMETNET - MeteoAlarm; they may be late here, the newest are on meteoalarm.org",
        new Uri("https://meteoalarm.org/"),
        "terms equivalent to CC BY 4.0, with MeteoAlarm's terms and conditions");

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    // The countries of the feeds' index, by the names the feeds bear.
    private static readonly FrozenDictionary<string, string> Feeds = (
        "AD andorra;AT austria;BE belgium;BA bosnia-herzegovina;BG bulgaria;HR croatia;CY cyprus;CZ czechia;DK denmark;EE estonia;FI finland;FR france;"
        + "DE germany;GR greece;HU hungary;IS iceland;IE ireland;IL israel;IT italy;LV latvia;LT lithuania;LU luxembourg;MT malta;MD moldova;ME montenegro;"
        + "NL netherlands;NO norway;PL poland;PT portugal;MK republic-of-north-macedonia;RO romania;RS serbia;SK slovakia;SI slovenia;ES spain;SE sweden;"
        + "CH switzerland;UA ukraine;GB united-kingdom").Split(';').Select(f => f.Split(' ')).ToFrozenDictionary(f => f[0], f => f[1], StringComparer.Ordinal);

    public string? AreaOf(Place place) => Feeds.TryGetValue(place.Country, out var feed) ? $"meteoalarm:{feed}" : null;

    public async Task<Answer<IReadOnlyList<WeatherAlert>>> AskAsync(Place place, string? etag, string? lastModified, CancellationToken cancel)
    {
        var address = new Uri(options.Value.MeteoAlarm, $"meteoalarm-legacy-atom-{Feeds[place.Country]}");
        var result = await fetcher.FetchAsync(new FetchRequest(address, etag, lastModified, "application/atom+xml, application/xml;q=0.9"), cancel);
        return Answer<IReadOnlyList<WeatherAlert>>.From(result, body => Read(body, place.Country, clock.GetUtcNow()));
    }

    /// <summary>
    /// The warnings of a feed that are in force or to come; tests and what was taken back or replaced are left out. One warning for several areas is
    /// one entry an area in the feed, and one warning here.
    /// </summary>
    public static Reading<IReadOnlyList<WeatherAlert>> Read(byte[] body, string country, DateTimeOffset now)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MostCharacters,
            });
            if (XDocument.Load(reader).Root is not { } feed || feed.Name != Atom + "feed")
                return new Reading<IReadOnlyList<WeatherAlert>>.Unreadable("The answer is no Atom feed.");
            var messages = feed.Elements(Atom + "entry").Take(MostEntries).Select(e => Message(e, country)).OfType<AlertMessage>().ToList();
            return new Reading<IReadOnlyList<WeatherAlert>>.Read(Joined(AlertMessage.InForce(messages, now)));
        }
        catch (XmlException e)
        {
            return new Reading<IReadOnlyList<WeatherAlert>>.Unreadable($"The answer is no whole feed (line {e.LineNumber}).");
        }
    }

    private static List<WeatherAlert> Joined(IReadOnlyList<WeatherAlert> alerts) =>
        alerts.GroupBy(a => (a.Id, a.Event, a.Severity, a.Onset, a.Expires))
            .Select(g => g.First() with { Area = string.Join("; ", g.Select(a => a.Area).Where(a => a.Length > 0).Distinct()) }).ToList();

    /// <summary>Null for a test, and for an entry without what a warning must have.</summary>
    private static AlertMessage? Message(XElement entry, string country)
    {
        if (Text(entry, "status") is { } status && !status.Equals("Actual", StringComparison.OrdinalIgnoreCase))
            return null;
        var published = entry.Element(Atom + "published")?.Value ?? entry.Element(Atom + "updated")?.Value;
        if ((Text(entry, "identifier") ?? entry.Element(Atom + "id")?.Value.Trim()) is not { Length: > 0 } id || Text(entry, "event") is not { } what
            || JsonFields.Moment(Text(entry, "expires")) is not { } expires
            || (JsonFields.Moment(Text(entry, "sent")) ?? JsonFields.Moment(published)) is not { } sent)
            return null;
        // The link with a type leads to the message itself, which is for machines.
        var link = entry.Elements(Atom + "link").FirstOrDefault(l => l.Attribute("type")?.Value is null or "text/html")?.Attribute("href")?.Value;
        var author = entry.Element(Atom + "author")?.Element(Atom + "name")?.Value.Trim();
        var alert = new WeatherAlert(
            id,
            author is { Length: > 0 } && !author.Equals("meteoalarm.org", StringComparison.OrdinalIgnoreCase) ? author : $"MeteoAlarm, {Gazetteer.CountryName(country)}",
            what,
            AlertMessage.SeverityOf(Text(entry, "severity")),
            Text(entry, "areaDesc") ?? "",
            country,
            sent,
            JsonFields.Moment(Text(entry, "onset") ?? Text(entry, "effective")),
            expires,
            entry.Element(Atom + "summary")?.Value.Trim() is { Length: > 0 } summary ? summary : null,
            AlertMessage.LinkOf(link),
            From);
        return new AlertMessage(alert, Text(entry, "message_type") == "Cancel", References(Text(entry, "references")));
    }

    /// <summary>"sender,identifier,sent", several with spaces between them (CAP 1.2, 3.2.1).</summary>
    private static List<string> References(string? text) =>
        (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(',')).Where(r => r.Length == 3).Select(r => r[1]).ToList();

    private static string? Text(XElement entry, string name) => entry.Element(Cap + name)?.Value.Trim() is { Length: > 0 } text ? text : null;
}
