namespace GlobeEcho.Newsroom.Feeds;

/// <summary>RSS of every dialect: 0.9x, 1.0 (RDF) and 2.0.</summary>
/// <param name="borrows">The document declares Atom's namespace as RSS's own.</param>
internal sealed class RssReader(bool borrows) : FormatReader
{
    public override string Own(string name) => borrows && name.StartsWith("atom:", StringComparison.Ordinal) ? name[5..] : name;

    protected override bool Read(FeedPart part, FeedField field) =>
        Take(part, field) || ModuleReader.Take(part, field) || AtomReader.Take(part, field, "text/html");

    /// <summary>Takes a value by RSS's names; false when RSS has no such name.</summary>
    public static bool Take(FeedPart part, FeedField field)
    {
        switch (field.Name)
        {
            case "title":
                Title(part, field);
                break;
            case "link":
                AtomReader.Link(part, field);
                break;
            case "description" or "abstract":
                Description(part, field.Markup("text/html"));
                break;
            case "content:encoded" or "fullitem" or "body" or "xhtml:body" or "prodlink":
                part.Contents.Add(field.Markup("text/html"));
                break;
            case "guid":
                Name(part, field);
                break;
            case "pubdate" or "lastbuilddate" or "expirationdate" when field.Text.Length > 0:
                Time(part, field);
                break;
            case "category":
                AtomReader.Category(part, field);
                break;
            case "tags":
                foreach (var tag in field.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    AddCategory(part, new FeedCategory(tag));
                break;
            case "managingeditor":
                part.Authors.Add(FeedPerson.Read(field.Text));
                break;
            case "webmaster":
                part.Publisher = FeedPerson.Read(field.Text);
                break;
            case "copyright":
                part.Rights = field.Markup("text/plain");
                break;
            case "language":
                part.Language = FeedParser.Language(field.Text) ?? part.Language;
                break;
            case "enclosure":
                if ((field["url"] ?? field["href"]) is { } enclosed)
                    part.Links.Add(new FeedLink(field.Address(enclosed), "enclosure", field["type"], Length: field["length"]));
                break;
            case "cloud":
                part.Marks.Add(new FeedMark(field.Name, field.Text, field.Attributes));
                break;
            case "comments" or "docs" or "url" or "newlocation":
                part.Others[field.Name] = field.Address(field.Text);
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>A picture that is told of in elements, or by its address alone.</summary>
    public static void Image(FeedPart outer, OpenElement element, string text)
    {
        var image = element.Part!;
        if (image.Other("url") is null && Markup.WebAddress.Resolve(element.From, text) is { Length: > 0 } address && FeedParser.IsHttp(address))
            image.Others["url"] = address;
        if (image.Others.Count > 0 || image.Title is not null || image.Links.Count > 0)
            outer.Image ??= image;
    }

    /// <summary>Atom tells of an item's source in elements, RSS by a name and an address.</summary>
    public static void Source(FeedPart outer, OpenElement element, string text)
    {
        var source = element.Part!;
        if (source.Title is null && text.Length > 0)
            source.Title = new FeedMarkup(text, "text/plain", element.Language, element.From);
        outer.Source ??= source;
    }

    public static void AddCategory(FeedPart part, FeedCategory category)
    {
        if (category.Term.Length > 0 && !part.Categories.Contains(category))
            part.Categories.Add(category);
    }

    /// <summary>The first one is the summary of an item; another that says something else is its text.</summary>
    public static void Description(FeedPart part, FeedMarkup told)
    {
        if (!part.IsItem)
            part.Subtitle = told;
        else if (part.Summary is null)
            part.Summary = told;
        else if (part.Summary.Value != told.Value)
            part.Contents.Add(told);
    }

    public static void Title(FeedPart part, FeedField field)
    {
        if (part.HasOwnTitle && (part.Title?.Value.Length > 0 || field.Text.Length == 0))
            return;
        part.Title = field.Markup("text/plain");
        part.HasOwnTitle = true;
    }

    private static void Name(FeedPart part, FeedField field)
    {
        if (field.Text.Length == 0)
            return;
        part.Id = field.Text;
        part.IdIsLink = field["ispermalink"]?.Trim().ToLowerInvariant() != "false";
        part.IdAddress = part.IdIsLink ? field.Address(field.Text) : field.Text;
    }

    private static void Time(FeedPart part, FeedField field)
    {
        var time = FeedTime.Read(field.Text);
        if (field.Name == "pubdate")
            part.Published = time;
        else if (field.Name == "lastbuilddate")
            part.Updated = time;
        else
            part.Expired = time;
    }
}
