using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Chooses a page's headline among what it says in several places.</summary>
internal static class Headlines
{
    private static readonly string[] Dividers = [" | ", " - ", " – ", " — ", " · ", " » ", " :: ", " • ", " ‹ ", " / "];

    /// <param name="headings">The texts of the page's h1 elements, the likeliest first.</param>
    /// <param name="said">What linked data, meta tags and microdata name, in order of trust.</param>
    public static string Choose(IEnumerable<string> headings, IEnumerable<string?> said, string? title, string? site)
    {
        var named = said.Append(title).OfType<string>().Select(s => Clean(s, site)).Where(s => s.Length > 1).ToList();
        // A heading that another place confirms is what a reader sees as the headline.
        foreach (var heading in headings)
        {
            if (named.Any(n => Likeness(heading, n) >= 0.6))
                return Clean(heading, site);
        }

        return named.FirstOrDefault() ?? headings.FirstOrDefault() ?? "";
    }

    /// <summary>Takes off the site's name and the section, as titles carry them behind (or before) the headline.</summary>
    public static string Clean(string title, string? site)
    {
        title = BlockWriter.Fold(title);
        while (Last(title) is var (at, length) && at > 0)
        {
            var tail = title[(at + length)..];
            var head = title[..at];
            if (!Names(tail, site) && !(tail.Length <= 25 && title[at + 1] is '|' or '»' or '•' or '‹' && head.Length > tail.Length))
                break;
            title = head.TrimEnd();
        }

        foreach (var divider in Dividers)
        {
            var at = title.IndexOf(divider, StringComparison.Ordinal);
            if (at > 0 && Names(title[..at], site) && title.Length - at > 12)
                return title[(at + divider.Length)..].TrimStart();
        }

        return title;
    }

    private static (int At, int Length) Last(string title) =>
        Dividers.Select(d => (At: title.LastIndexOf(d, StringComparison.Ordinal), d.Length)).MaxBy(d => d.At);

    private static bool Names(string part, string? site)
    {
        if (site is null)
            return false;
        var (a, b) = (Squeeze(part), Squeeze(site));
        return a.Length > 2 && b.Length > 2 && (a == b || (a.Length < 40 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal))));
    }

    private static string Squeeze(string text) => new(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());

    /// <summary>The share of the words two titles have in common, from 0 to 1.</summary>
    private static double Likeness(string a, string b)
    {
        var (first, second) = (Set(a), Set(b));
        var all = first.Count + second.Count;
        first.IntersectWith(second);
        return all == 0 ? 0 : 2.0 * first.Count / all;
    }

    private static HashSet<string> Set(string text) => Words.Spans(text).Select(s => Words.Fold(s.Of(text))).ToHashSet();
}
