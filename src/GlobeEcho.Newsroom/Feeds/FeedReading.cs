namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Reads a document into parts: what the feed says of itself, and of each item, in the words of one model.</summary>
/// <param name="Format">Empty when the document is no feed.</param>
/// <param name="Refusal">Why it is none, in plain words; null for a feed.</param>
internal sealed record FeedReading(string Format, string Charset, FeedPart Channel, string? Refusal)
{
    /// <param name="most">Items after which the document is not read on.</param>
    /// <param name="told">Gets each item when it is whole.</param>
    public static FeedReading Of(ReadOnlyMemory<byte> body, FeedOrigin origin, int most, Action<FeedPart> told)
    {
        var (text, charset) = FeedCharset.Utf8Of(body, origin.ContentType);
        var start = text.Span.TrimStart(" \t\r\n\0"u8);
        if (start.Length == 0)
            return new FeedReading("", charset, new FeedPart(), "The answer is empty.");
        if (start[0] is (byte)'{' or (byte)'[')
            return OfJson(text, charset, origin, most, told);
        var scan = new FeedScan(origin, most, told);
        scan.Read(text.Span);
        return new FeedReading(scan.Format, charset, scan.Channel, scan.Format.Length > 0 ? null : scan.Strangers switch
        {
            [] => "The answer is plain text, not a feed.",
            // HTML may leave out the tags of html, head and body.
            var names when names.Any(n => n is "html" or "xhtml:html" or "head" or "body" or "title" or "meta" or "div") => "The answer is a web page, not a feed.",
            var names when names.Contains("opml") => "The answer is a list of feeds (OPML), not a feed.",
            var names => $"The answer is XML, but no feed: it begins with <{names[0]}>.",
        });
    }

    private static FeedReading OfJson(ReadOnlyMemory<byte> text, string charset, FeedOrigin origin, int most, Action<FeedPart> told)
    {
        var json = new JsonFeedReader(origin, most, told);
        json.Read(text.Span);
        if (json.Broken && json.Items == 0 && text.Span.IndexOfAnyInRange((byte)0, (byte)0x1F) >= 0)
        {
            // Line ends and tabs must be written as escapes within a string; as spaces they do no harm anywhere.
            var tidy = text.ToArray();
            foreach (ref var b in tidy.AsSpan())
                b = b < 0x20 ? (byte)' ' : b;
            json = new JsonFeedReader(origin, most, told);
            json.Read(tidy);
        }

        if (json.Items > 0 || (json.HasItems && !json.Broken))
            return new FeedReading(json.Format, charset, json.Channel, null);
        return new FeedReading("", charset, json.Channel, json.Broken
            ? "The answer begins like JSON, but is broken."
            : "The answer is JSON, but not a JSON Feed: it has no list of items.");
    }
}
