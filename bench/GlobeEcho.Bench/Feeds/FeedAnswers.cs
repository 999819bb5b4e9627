using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Bench.Feeds;

/// <summary>
/// Answers a file of feed cases, a line each, in the words the score script reads. All reading is the newsroom's; here its parts only get
/// the suite's names.
/// </summary>
internal static class FeedAnswers
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Write(string cases, TextWriter to)
    {
        foreach (var one in FeedCases.Read(cases))
        {
            var result = one.GetProperty("kind").GetString() == "date"
                ? new JsonObject { ["date"] = Moment(FeedDates.Read(one.GetProperty("input").GetString())) }
                : Feed(one);
            to.WriteLine(new JsonObject { ["path"] = one.GetProperty("path").GetString(), ["result"] = result }.ToJsonString(Plain));
        }

        return 0;
    }

    private static JsonObject Feed(JsonElement one)
    {
        var headers = Headers(one);
        var isText = one.GetProperty("input").GetString() == "text";
        var origin = new FeedOrigin(
            one.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String ? new Uri(url.GetString()!) : null,
            isText ? "application/xml; charset=utf-8" : headers.GetValueOrDefault("content-type") ?? (url.ValueKind == JsonValueKind.String ? "text/xml" : null),
            headers.GetValueOrDefault("content-location"),
            headers.GetValueOrDefault("content-language"));
        var entries = new JsonArray();
        var reading = FeedReading.Of(one.GetProperty("bytes").GetBytesFromBase64(), origin, FeedParser.MaxItems, part => entries.Add(PartAnswer.Of(part)));
        var answer = new JsonObject
        {
            ["bozo"] = false,
            ["encoding"] = reading.Charset,
            ["version"] = Version(reading.Format),
            ["feed"] = PartAnswer.Of(reading.Channel),
            ["entries"] = entries,
            ["headers"] = new JsonObject(headers.Select(h => KeyValuePair.Create<string, JsonNode?>(h.Key, h.Value))),
        };
        if (headers.TryGetValue("etag", out var tag))
            answer["etag"] = tag;
        if (headers.TryGetValue("last-modified", out var modified))
            (answer["modified"], answer["modified_parsed"]) = (modified, Moment(FeedDates.Read(modified)));
        return answer;
    }

    private static Dictionary<string, string> Headers(JsonElement one)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (one.TryGetProperty("headers", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (var header in list.EnumerateArray())
                headers[header[0].GetString()!] = header[1].GetString()!;
        }

        return headers;
    }

    /// <summary>"RSS 0.91 (Netscape)" is "rss091n" to the suite.</summary>
    private static string Version(string format) => format switch
    {
        "RSS 0.91 (Netscape)" => "rss091n",
        "RSS 0.91" => "rss091u",
        _ when format.StartsWith("RSS 2", StringComparison.Ordinal) => "rss20",
        _ when format.StartsWith("JSON Feed", StringComparison.Ordinal) => format == "JSON Feed 1.0" ? "json1" : "json11",
        _ => format.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).ToLowerInvariant(),
    };

    public static string? Moment(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
