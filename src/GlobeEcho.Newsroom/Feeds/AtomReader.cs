namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Atom 1.0 and its drafts 0.1 to 0.3.</summary>
internal sealed class AtomReader : FormatReader
{
    public override string Own(string name) => name.StartsWith("atom:", StringComparison.Ordinal) ? name[5..] : name;

    protected override bool Read(FeedPart part, FeedField field) =>
        Take(part, field, "text/plain") || ModuleReader.Take(part, field) || RssReader.Take(part, field);

    /// <summary>Takes a value by Atom's names; false when Atom has no such name.</summary>
    /// <param name="type">What a text is that does not say it.</param>
    public static bool Take(FeedPart part, FeedField field, string type)
    {
        var name = field.Name.StartsWith("atom:", StringComparison.Ordinal) ? field.Name[5..] : field.Name;
        switch (name)
        {
            case "title":
                RssReader.Title(part, field);
                break;
            case "link":
                Link(part, field);
                break;
            case "id":
                if (field.Text.Length > 0 && (part.Id is null || !part.IdIsLink))
                    (part.Id, part.IdAddress, part.IdMayBeLink) = (field.Text, field.Address(field.Text), true);
                break;
            case "subtitle" or "tagline":
                part.Subtitle = field.Markup("text/plain");
                break;
            case "summary":
                RssReader.Description(part, field.Markup(type));
                break;
            case "content":
                part.Contents.Add(field.Markup(type));
                if (field["src"] is { } elsewhere)
                    part.Others["content:src"] = field.Address(elsewhere);
                break;
            case "info":
                part.Note = field.Markup("text/plain");
                break;
            case "rights" or "copyright":
                part.Rights = field.Markup("text/plain");
                break;
            case "category":
                Category(part, field);
                break;
            case "icon" or "logo":
                part.Others[name] = field.Address(field.Text);
                break;
            case "generator":
                part.Generator = new FeedPerson(field.Text, Address: (field["uri"] ?? field["url"]) is { } address ? field.Address(address) : null, Written: field.Text);
                part.GeneratorVersion = field["version"];
                break;
            default:
                return Time(part, field, name);
        }

        return true;
    }

    public static void Link(FeedPart part, FeedField field)
    {
        var rel = field["rel"]?.Trim().ToLowerInvariant() is { Length: > 0 } said ? said : "alternate";
        var written = field["href"] ?? (field.Text.Length > 0 ? field.Text : field["url"]);
        if (written is null && !field.HasAttributes)
            return;
        var type = field["type"]?.Trim() ?? rel switch
        {
            "alternate" => "text/html",
            "self" => "application/atom+xml",
            _ => null,
        };
        part.Links.Add(new FeedLink(written is null ? "" : field.Address(written), rel, type, field["hreflang"], field["title"], field["length"]));
    }

    public static void Category(FeedPart part, FeedField field) =>
        RssReader.AddCategory(part, new FeedCategory((field["term"] ?? field.Text).Trim(), field["scheme"] ?? field["domain"], field["label"]));

    private static bool Time(FeedPart part, FeedField field, string name)
    {
        switch (name)
        {
            case "published" or "issued":
                part.Published = Read(field, part.Published);
                break;
            case "updated" or "modified":
                part.Updated = Read(field, part.Updated);
                break;
            case "created":
                part.Created = Read(field, part.Created);
                break;
            default:
                return false;
        }

        return true;
    }

    private static FeedTime? Read(FeedField field, FeedTime? otherwise) => field.Text.Length > 0 ? FeedTime.Read(field.Text) : otherwise;
}
