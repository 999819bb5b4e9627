namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Channel Definition Format, the first of all feed formats: what others say in elements stands on the tag.</summary>
internal sealed class CdfReader : FormatReader
{
    public override string Own(string name) => name.StartsWith("cdf:", StringComparison.Ordinal) ? name[4..] : name;

    public override void Begin(FeedPart part, FeedField tag, string name)
    {
        if (name is not ("channel" or "item"))
        {
            base.Begin(part, tag, name);
            return;
        }

        if (tag["href"] is { } address)
            part.Links.Add(new FeedLink(tag.Address(address), "alternate", "text/html"));
        if (tag["lastmod"] is { Length: > 0 } time)
            part.Updated = FeedTime.Read(time);
    }

    protected override bool Read(FeedPart part, FeedField field)
    {
        switch (field.Name)
        {
            case "logo" when field["href"] is { } picture:
                part.Others[field["style"]?.Trim().ToLowerInvariant() == "icon" ? "icon" : "logo"] = field.Address(picture);
                return true;
            case "a" when field["href"] is { } address:
                part.Links.Add(new FeedLink(field.Address(address), "alternate", "text/html"));
                return true;
            default:
                return RssReader.Take(part, field) || ModuleReader.Take(part, field);
        }
    }
}
