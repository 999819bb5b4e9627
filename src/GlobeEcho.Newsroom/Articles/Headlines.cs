using System.Text;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Finds the headline among what a page calls its title, and takes the site's name off it.</summary>
public static class Headlines
{
    private static readonly string[] Marks = [" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " // ", " / ", " ~ ", " : ", "| ", " |"];

    /// <param name="title">A page's title or og:title.</param>
    /// <param name="site">What the page calls the site; null when it does not say.</param>
    /// <param name="heading">The page's heading, which tells where a title that begins with it ends; null when there is none.</param>
    public static string WithoutSite(string title, string? site, string host, string? heading)
    {
        var text = Lines.Fold(title);
        for (var pass = 0; pass < 3; pass++)
        {
            var shorter = Cut(text, site, host, heading);
            if (shorter is null)
                return text;
            text = shorter;
        }

        return text;
    }

    /// <summary>Whether two names of a site are one, whatever their case, spaces and endings.</summary>
    public static bool SameName(string a, string b)
    {
        var (x, y) = (Compact(a), Compact(b));
        return x.Length > 0 && y.Length > 0 && (x == y || (Math.Min(x.Length, y.Length) >= 4 && (TrimThe(x) == TrimThe(y))));
    }

    /// <summary>The share of the shorter text's words that the other one has; 0 to 1.</summary>
    public static double Likeness(string a, string b)
    {
        var x = WordSet(a);
        var y = WordSet(b);
        if (x.Count == 0 || y.Count == 0)
            return 0;
        return (double)x.Count(y.Contains) / Math.Min(x.Count, y.Count);
    }

    private static HashSet<string> WordSet(string text) => Words.Spans(text).Select(s => Words.Fold(s.Of(text))).ToHashSet(StringComparer.Ordinal);

    private static string? Cut(string text, string? site, string host, string? heading)
    {
        foreach (var mark in Marks)
        {
            var last = text.LastIndexOf(mark, StringComparison.Ordinal);
            if (last > 0)
            {
                var (front, back) = (text[..last].Trim(), text[(last + mark.Length)..].Trim());
                if (front.Length > 0 && (IsSite(back, site, host) || (heading is not null && front.Equals(heading, StringComparison.OrdinalIgnoreCase))))
                    return front;
            }

            var first = text.IndexOf(mark, StringComparison.Ordinal);
            if (first > 0)
            {
                var (front, back) = (text[..first].Trim(), text[(first + mark.Length)..].Trim());
                if (back.Length > 0 && IsSite(front, site, host))
                    return back;
            }
        }

        return null;
    }

    private static bool IsSite(string part, string? site, string host)
    {
        if (site is not null && SameName(part, site))
            return true;
        var compact = Compact(part);
        if (compact.Length < 2)
            return compact.Length == 0;
        // "The Daily Example" at dailyexample.co.uk; "Example News" at example.com.
        var labels = Compact(host);
        return compact.Length >= 3 && (labels.Contains(compact, StringComparison.Ordinal) || labels.Contains(TrimThe(compact), StringComparison.Ordinal)
            || HostName(host) is { Length: >= 4 } name && compact.Contains(name, StringComparison.Ordinal) && part.Length <= name.Length + 20);
    }

    private static string? HostName(string host)
    {
        var labels = host.Split('.');
        return labels.Length < 2 ? null : Compact(labels.Where(l => l is not ("www" or "m" or "amp" or "news" or "en")).FirstOrDefault() ?? "");
    }

    private static string TrimThe(string compact) => compact.StartsWith("the", StringComparison.Ordinal) ? compact[3..] : compact;

    /// <summary>Letters and digits alone, folded.</summary>
    internal static string Compact(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in Words.Fold(name))
        {
            if (char.IsLetterOrDigit(c))
                plain.Append(c);
        }

        return plain.ToString();
    }
}
