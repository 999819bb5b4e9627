using System.Text.Json;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Bench.Feeds;

/// <summary>Answers a file of feed cases, a line each, in the shape the score script reads.</summary>
internal static class FeedAnswers
{
    public static int Write(string cases, TextWriter to)
    {
        foreach (var one in FeedCases.Read(cases))
        {
            var path = one.GetProperty("path").GetString();
            to.WriteLine(JsonSerializer.Serialize(new { path, result = one.GetProperty("kind").GetString() == "date" ? Date(one) : Feed(one) }));
        }

        return 0;
    }

    private static object Date(JsonElement one) =>
        new { date = FeedDates.Read(one.GetProperty("input").GetString())?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", null) };

    private static object? Feed(JsonElement one)
    {
        var address = one.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String ? new Uri(url.GetString()!) : new Uri("http://feed.invalid/");
        if (FeedParser.Parse(one.GetProperty("bytes").GetBytesFromBase64(), null, address) is not FeedParseResult.Parsed { Document: var document })
            return new { feed = new { }, entries = Array.Empty<object>() };
        return new
        {
            bozo = false,
            feed = new { title = document.Title, link = document.Home, language = document.Language },
            entries = document.Items.Select(i => new { title = i.Title, link = i.Link, id = i.Guid, summary = i.Summary, author = i.Author, content = new[] { new { value = i.ContentHtml } }, published_parsed = i.Published }),
        };
    }
}
