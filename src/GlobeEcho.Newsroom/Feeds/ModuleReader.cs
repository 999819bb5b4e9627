using GlobeEcho.Newsroom.Feeds.Markup;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>The namespaces that feeds of every format use: Dublin Core, Media RSS, podcasts, places, comments, licences.</summary>
internal static class ModuleReader
{
    private const string Podcasts = "http://www.itunes.com/";

    /// <summary>Takes what stands on the start tag of an element that holds others.</summary>
    public static void Begin(FeedPart part, FeedField tag, string name)
    {
        switch (name)
        {
            case "itunes:category" when tag["text"] is { } term:
                RssReader.AddCategory(part, new FeedCategory(term.Trim(), Podcasts));
                break;
            case "media:content":
                Picture(part, tag, "content");
                break;
            case "source" when (tag["url"] ?? tag["href"]) is { } address:
                part.Others["href"] = tag.Address(address);
                break;
            case "psc:chapters":
                part.Marks.Add(new FeedMark(name, "", tag.Attributes));
                break;
            case "gml:point" or "gml:linestring" or "gml:polygon":
                part.Place = PlaceReader.Begin(name, tag["srsname"]);
                break;
            default:
                break;
        }
    }

    /// <summary>Takes a value by the names of modules; false when none has such a name.</summary>
    public static bool Take(FeedPart part, FeedField field)
    {
        var colon = field.Name.IndexOf(':');
        return colon > 0 && field.Name.AsSpan(0, colon) switch
        {
            "dc" or "dcterms" => DublinCore(part, field),
            "itunes" => Podcast(part, field),
            "media" => Media(part, field),
            "georss" or "geo" or "gml" => PlaceReader.Take(part, field),
            _ => Other(part, field),
        };
    }

    /// <summary>Somebody who is told of in elements, or in one text.</summary>
    public static void Person(FeedPart outer, OpenElement element, string text)
    {
        var told = element.Part!;
        var (name, email) = (Named(told, "name"), Named(told, "email"));
        var address = Named(told, "uri") ?? Named(told, "url") ?? Named(told, "homepage");
        var person = name is null && email is null && address is null ? FeedPerson.Read(text)
            : new FeedPerson(name, email, address is null ? null : WebAddress.Resolve(element.From, address));
        if (person is { Name: null, Email: null, Address: null })
            return;
        if (element.Name.EndsWith("contributor", StringComparison.Ordinal))
            outer.Contributors.Add(person);
        else if (element.Name == "itunes:owner")
            outer.Publisher ??= person;
        else
            outer.Authors.Add(person);
    }

    private static string? Named(FeedPart person, string word)
    {
        foreach (var (name, text) in person.Others)
        {
            if (name.EndsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || name[^(word.Length + 1)] == ':'))
                return text;
        }

        return null;
    }

    private static bool DublinCore(FeedPart part, FeedField field)
    {
        var text = field.Text;
        switch (field.Name)
        {
            case "dc:title":
                Borrowed(part, field);
                break;
            case "dc:creator" or "dc:author" when text.Length > 0:
                part.Authors.Add(FeedPerson.Read(text));
                break;
            case "dc:contributor" when text.Length > 0:
                part.Contributors.Add(FeedPerson.Read(text));
                break;
            case "dc:publisher":
                part.Publisher = FeedPerson.Read(text);
                break;
            case "dc:subject":
                RssReader.AddCategory(part, new FeedCategory(text));
                break;
            case "dc:rights":
                part.Rights = field.Markup("text/plain");
                break;
            case "dc:language":
                part.Language = FeedParser.Language(text) ?? part.Language;
                break;
            case "dc:description":
                if (part.IsItem ? part.Summary is null : part.Subtitle is null)
                    RssReader.Description(part, field.Markup("text/html"));
                break;
            case "dc:date" or "dcterms:modified" when text.Length > 0:
                part.Updated = FeedTime.Read(text);
                break;
            case "dcterms:issued" when text.Length > 0:
                part.Published = FeedTime.Read(text);
                break;
            case "dcterms:created" when text.Length > 0:
                part.Created = FeedTime.Read(text);
                break;
            case "dcterms:valid":
                Valid(part, text);
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>DCMI Period: <c>start=2024-05-24;end=2024-06-01;scheme=W3C-DTF</c>.</summary>
    private static void Valid(FeedPart part, string text)
    {
        foreach (var piece in text.Split(';', StringSplitOptions.TrimEntries))
        {
            if (piece.StartsWith("start=", StringComparison.OrdinalIgnoreCase))
                part.ValidFrom = FeedTime.Read(piece[6..].Trim());
            else if (piece.StartsWith("end=", StringComparison.OrdinalIgnoreCase))
                part.ValidUntil = FeedTime.Read(piece[4..].Trim());
        }
    }

    private static bool Podcast(FeedPart part, FeedField field)
    {
        switch (field.Name)
        {
            case "itunes:author" when field.Text.Length > 0:
                if (part.Authors.Count == 0)
                    part.Authors.Add(FeedPerson.Read(field.Text));
                break;
            case "itunes:subtitle":
                part.Subtitle ??= field.Markup("text/plain");
                break;
            case "itunes:summary":
                if (part.IsItem)
                    part.Summary ??= field.Markup("text/plain");
                else
                    part.Subtitle ??= field.Markup("text/plain");
                break;
            case "itunes:title":
                Borrowed(part, field);
                break;
            case "itunes:keywords":
                var sign = field.Text.Contains(',') ? ',' : ' ';
                foreach (var word in field.Text.Split(sign, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    RssReader.AddCategory(part, new FeedCategory(word, Podcasts));
                break;
            case "itunes:image" or "itunes:link":
                var picture = field["href"] ?? field["url"] ?? (FeedParser.IsHttp(field.Text) ? field.Text : null);
                if (picture is not null && (field.Name == "itunes:image" || field["rel"]?.Trim() == "image"))
                    (part.Image ??= new FeedPart()).Others["url"] = field.Address(picture);
                break;
            default:
                return false;
        }

        return true;
    }

    private static bool Media(FeedPart part, FeedField field)
    {
        switch (field.Name)
        {
            case "media:title":
                Borrowed(part, field);
                break;
            case "media:description":
                if (part.IsItem)
                    part.Summary ??= field.Markup("text/plain");
                break;
            case "media:category":
                RssReader.AddCategory(part, new FeedCategory(field.Text, field["scheme"], field["label"]));
                break;
            case "media:keywords":
                foreach (var word in field.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    RssReader.AddCategory(part, new FeedCategory(word));
                break;
            case "media:thumbnail":
                Picture(part, field, "thumbnail");
                break;
            default:
                part.Marks.Add(new FeedMark(field.Name, field.Text, field.Attributes));
                break;
        }

        return true;
    }

    private static void Picture(FeedPart part, FeedField tag, string kind)
    {
        if ((tag["url"] ?? (tag.Text.Length > 0 && kind == "thumbnail" ? tag.Text : null)) is not { } address)
            return;
        part.Pictures.Add(new FeedPicture(
            tag.Address(address), kind, tag["type"], tag["medium"], tag["width"], tag["height"], tag["filesize"], tag["duration"]));
    }

    private static bool Other(FeedPart part, FeedField field)
    {
        switch (field.Name)
        {
            case "feedburner:origlink":
                part.OriginalLink = field.Address(field.Text);
                break;
            case "feedburner:browserfriendly":
                part.Note = field.Markup("text/plain");
                break;
            case "creativecommons:license" or "cc:license":
                if ((field["rdf:resource"] ?? field.Text) is { Length: > 0 } licence)
                    part.Links.Add(new FeedLink(field.Address(licence), "license"));
                break;
            case "wfw:comment" or "wfw:commentrss":
                part.Others[field.Name] = field.Address(field.Text);
                break;
            case "l:link" when field["rdf:resource"] is { } address:
                part.Links.Add(new FeedLink(field.Address(address), field["l:rel"] ?? "related", field["l:type"], field["l:lang"], field["l:title"]));
                break;
            case "admin:generatoragent" when field["rdf:resource"] is { } agent:
                part.Generator = new FeedPerson(null, Address: field.Address(agent), Written: agent);
                break;
            case "admin:errorreportsto" when field["rdf:resource"] is { } desk:
                part.Others["errorreportsto"] = desk;
                break;
            case "psc:chapter":
                // A second set of chapters is another voice's; the first is the item's own.
                if (part.Marks.Count(m => m.Name == "psc:chapters") < 2)
                    part.Marks.Add(new FeedMark(field.Name, field.Text, field.Attributes));
                break;
            case "thr:in-reply-to":
                part.Marks.Add(new FeedMark(field.Name, field.Text, field.Attributes));
                break;
            default:
                return false;
        }

        return true;
    }

    private static void Borrowed(FeedPart part, FeedField field)
    {
        if (!part.HasOwnTitle && part.Title is null && field.Text.Length > 0)
            part.Title = field.Markup("text/plain");
    }
}
