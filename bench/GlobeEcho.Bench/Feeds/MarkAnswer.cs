using System.Text.Json.Nodes;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Bench.Feeds;

/// <summary>What a part says by attributes, under the names of the public suite.</summary>
internal static class MarkAnswer
{
    public static void Add(JsonObject to, FeedPart part)
    {
        foreach (var mark in part.Marks)
        {
            var name = mark.Name.Replace(':', '_');
            switch (mark.Name)
            {
                case "media:credit":
                    (to[name] ??= new JsonArray()).AsArray().Add(Words(mark));
                    break;
                case "media:restriction":
                    to[name] = Words(mark);
                    to[name]!["content"] = new JsonArray(mark.Text.Split(' ').Select(w => (JsonNode)w).ToArray());
                    break;
                case "psc:chapters":
                    to["psc_chapters"] ??= new JsonObject { ["version"] = mark.Attribute("version"), ["chapters"] = new JsonArray() };
                    break;
                case "psc:chapter" when to["psc_chapters"] is { } chapters:
                    var chapter = Words(mark);
                    chapter["start_parsed"] = mark.Attribute("start");
                    chapters["chapters"]!.AsArray().Add(chapter);
                    break;
                default:
                    to.TryAdd(name, Words(mark));
                    break;
            }
        }

        foreach (var kind in part.Pictures.GroupBy(p => p.Kind))
        {
            to["media_" + kind.Key] = new JsonArray(kind.Select(p => (JsonNode)new JsonObject
            {
                ["url"] = p.Address,
                ["type"] = p.Type,
                ["medium"] = p.Medium,
                ["width"] = p.Width,
                ["height"] = p.Height,
                ["filesize"] = p.Length,
                ["duration"] = p.Duration,
            }).ToArray());
        }
    }

    private static JsonObject Words(FeedMark mark)
    {
        var words = new JsonObject();
        if (mark.Text.Length > 0)
            words["content"] = mark.Text;
        foreach (var (name, text) in mark.Attributes)
            words[name == "url" ? "href" : name] = text;
        return words;
    }
}
