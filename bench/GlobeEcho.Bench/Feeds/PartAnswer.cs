using System.Text.Json.Nodes;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Bench.Feeds;

/// <summary>A part of a feed under the names of the public suite.</summary>
internal static class PartAnswer
{
    public static JsonObject Of(FeedPart part)
    {
        var to = new JsonObject();
        foreach (var (name, text) in part.Others)
            to[name.Replace(':', '_')] = name == "itunes:block" ? text == "yes" : name == "itunes:explicit" ? Explicit(text) : name is "url" or "href" ? null : text;
        if ((part.Other("url") ?? part.Other("href")) is { } address)
            to["href"] = address;
        Text(to, "title", part.Title);
        Text(to, "subtitle", part.Subtitle);
        Text(to, "summary", part.Summary ?? (part.IsItem ? part.Contents.FirstOrDefault() : null));
        Text(to, "info", part.Note);
        Text(to, "rights", part.Rights);
        if (part.Contents.Count > 0)
            to["content"] = new JsonArray(part.Contents.Select(c => (JsonNode)Detail(c)).ToArray());
        to["id"] = part.IdAddress;
        to["link"] = part.Link();
        to["guidislink"] = part.IdIsLink && !part.Links.Exists(l => l.Rel == "alternate");
        to["language"] = part.IsItem ? null : part.Language;
        to["links"] = new JsonArray(part.Links.Select(Link).ToArray());
        People(to, part);
        to["tags"] = part.Categories.Count == 0 ? null
            : new JsonArray(part.Categories.Select(c => (JsonNode)new JsonObject { ["term"] = c.Term, ["scheme"] = c.Scheme, ["label"] = c.Label }).ToArray());
        Time(to, "published", part.Published);
        Time(to, "updated", part.Updated);
        Time(to, "created", part.Created);
        Time(to, "expired", part.Expired);
        Time(to, "validity_start", part.ValidFrom);
        Time(to, "validity_end", part.ValidUntil);
        if (part.Image is { } image)
            to["image"] = Of(image);
        if (part.TextInput is { } box)
            to["textinput"] = Of(box);
        if (part.Source is { } source)
            to["source"] = Of(source);
        if (part.Generator is { } generator)
        {
            to["generator"] = generator.Written;
            to["generator_detail"] = new JsonObject { ["name"] = generator.Name, ["href"] = generator.Address, ["version"] = part.GeneratorVersion };
        }

        if (part.Place is { } place)
            to["where"] = place.Positions.Count == 0 ? new JsonObject() : new JsonObject { ["type"] = place.Kind, ["coordinates"] = Positions(place) };
        MarkAnswer.Add(to, part);
        return to;
    }

    private static void Text(JsonObject to, string name, FeedMarkup? text)
    {
        if (text is null)
            return;
        to[name] = text.Safe;
        to[name + "_detail"] = Detail(text);
    }

    private static JsonObject Detail(FeedMarkup text) =>
        new() { ["value"] = text.Safe, ["type"] = text.Type, ["language"] = text.Language, ["base"] = text.From ?? "" };

    private static JsonNode Link(FeedLink link) => new JsonObject
    {
        ["href"] = link.Address,
        ["rel"] = link.Rel,
        ["type"] = link.Type,
        ["hreflang"] = link.Language,
        ["title"] = link.Title,
        ["length"] = link.Length,
    };

    private static void People(JsonObject to, FeedPart part)
    {
        if (part.Authors is [.., var author])
        {
            to["author"] = Words(author);
            to["author_detail"] = Person(author);
            to["authors"] = new JsonArray(part.Authors.Select(Person).ToArray());
        }

        if (part.Contributors.Count > 0)
            to["contributors"] = new JsonArray(part.Contributors.Select(Person).ToArray());
        if (part.Publisher is { } publisher)
            (to["publisher"], to["publisher_detail"]) = (Words(publisher), Person(publisher));
    }

    private static string? Words(FeedPerson person) =>
        person.Written ?? (person is { Name: { } name, Email: { } email } ? $"{name} ({email})" : person.Name ?? person.Email);

    private static JsonNode Person(FeedPerson person) => new JsonObject { ["name"] = person.Name, ["email"] = person.Email, ["href"] = person.Address };

    private static void Time(JsonObject to, string name, FeedTime? time)
    {
        if (time is not null)
            (to[name], to[name + "_parsed"]) = (time.Written, FeedAnswers.Moment(time.Moment));
    }

    private static JsonNode Positions(FeedPlace place)
    {
        var all = place.Positions.Select(p => (JsonNode)new JsonArray(p.Select(n => (JsonNode)n).ToArray())).ToArray();
        return place.Kind switch { "Point" => all[0], "Polygon" => new JsonArray(new JsonArray(all)), _ => new JsonArray(all) };
    }

    private static bool? Explicit(string text) => text switch { "yes" or "true" => true, "no" or "false" or "clean" => false, _ => null };
}
