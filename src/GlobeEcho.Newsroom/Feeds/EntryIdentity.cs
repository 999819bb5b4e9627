using System.Security.Cryptography;
using System.Text;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>
/// Decides which items of a document are new and which are entries kept already, whatever the feed does with its names. Pure.
/// The link says more than the name: a name that changes at every fetch makes no new entry of the same link, and one name at
/// two links in a document is two entries.
/// </summary>
internal static class EntryIdentity
{
    // An entry that was corrected so often changes by itself, like a counter; it is no longer followed.
    private const int MostEdits = 10;

    public static (IReadOnlyList<FeedItem> New, IReadOnlyList<EntryEdit> Edited) Sort(IReadOnlyList<KnownEntry> known, IEnumerable<FeedItem> items)
    {
        var document = items.DistinctBy(i => (i.Guid, i.Link.AbsoluteUri)).Take(FeedParser.MaxItems).ToList();
        // A front page that all items link to, and a name they all bear, name none of them.
        var frontPages = Repeated(document, i => i.Link.AbsoluteUri);
        var loose = Repeated(document, i => i.Guid);
        var byName = known.ToLookup(k => k.Guid, StringComparer.Ordinal);
        var byLink = known.ToLookup(k => k.Link, StringComparer.Ordinal);
        var met = new HashSet<FeedEntryId>();
        var (fresh, edited) = (new List<FeedItem>(), new List<EntryEdit>());
        foreach (var item in document)
        {
            var link = item.Link.AbsoluteUri;
            var match = byName[item.Guid].FirstOrDefault(k => k.Link == link)
                ?? (frontPages.Contains(link) ? null : byLink[link].FirstOrDefault())
                // The same name and headline at another link: the publisher mended the address.
                ?? (loose.Contains(item.Guid) ? null : byName[item.Guid].FirstOrDefault(k => k.Title == item.Title));
            if (match is null)
                fresh.Add(item);
            else if (met.Add(match.Id) && Edit(match, item) is { } edit)
                edited.Add(edit);
        }

        return (fresh, edited);
    }

    /// <summary>Of the letters and digits a reader sees: marks, spaces and markup may change without a word being changed.</summary>
    public static string HashOf(FeedItem item)
    {
        var letters = new StringBuilder();
        var inTag = false;
        foreach (var c in item.ContentHtml ?? item.Summary ?? "")
        {
            inTag = c == '<' || (inTag && c != '>');
            if (!inTag && char.IsLetterOrDigit(c))
                letters.Append(char.ToLowerInvariant(c));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters.ToString())).AsSpan(0, 16));
    }

    private static EntryEdit? Edit(KnownEntry known, FeedItem item)
    {
        if (known.Edits >= MostEdits)
            return null;
        var hash = HashOf(item);
        var edit = new EntryEdit(known, item, hash, known.Title != item.Title, known.TextHash is { } before && before != hash);
        return edit.IsCorrection || known.TextHash is null || known.Link != item.Link.AbsoluteUri ? edit : null;
    }

    private static HashSet<string> Repeated(IEnumerable<FeedItem> items, Func<FeedItem, string> key) =>
        items.GroupBy(key, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
}
