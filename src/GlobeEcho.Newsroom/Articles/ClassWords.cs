using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>The plain words in an element's class and id ("c-relatedArticles__list" says related, articles, list), and what the words mean.</summary>
internal static class ClassWords
{
    public static readonly FrozenSet<string> Author = Set("author authors byline bylines autor autore auteur autoren writer creator journalist");

    public static readonly FrozenSet<string> Date = Set("date published pubdate publish timestamp datetime dateline datum fecha data posted datepublished publication");

    /// <summary>Words that name furniture wherever they stand.</summary>
    public static readonly FrozenSet<string> Furniture = Set(
        "share sharing sharebar sharebuttons socials addthis sharethis related relateds recommended recommendation recommendations recirc recirculation "
        + "newsletter newsletters signup subscribe subscription optin promo promos advert adverts advertisement advertisements advertising sponsored ads adslot "
        + "breadcrumb breadcrumbs disqus comments cookie cookies consent gdpr pagination pager popup modal overlay lightbox trending mostread mostpopular "
        + "readmore alsoread taglist toolbar offcanvas skiplink sidebar jumplinks relacionadas relacionados verwandte correlati");

    /// <summary>Words that name furniture when the element holds little prose.</summary>
    public static readonly FrozenSet<string> Slight = Set(
        "social tags tag caption captions credit credits bio biography aside widget teaser teasers more next previous prev nav navigation menu meta comment print "
        + "byline author authors dateline rating ratings follow donate donation paywall banner footer toc topics popular latest ad");

    public static string[] Of(IElement element)
    {
        var name = element.ClassName;
        var id = element.Id;
        if (string.IsNullOrEmpty(name) && string.IsNullOrEmpty(id))
            return [];
        return Split(string.IsNullOrEmpty(id) ? name! : name + " " + id);
    }

    public static bool HasAny(string[] words, FrozenSet<string> set)
    {
        foreach (var word in words)
        {
            if (set.Contains(word))
                return true;
        }

        return false;
    }

    public static string[] Split(string names)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var lower = false;
        foreach (var c in names)
        {
            // A capital after a small letter begins a word.
            if (!char.IsAsciiLetter(c) || (lower && char.IsAsciiLetterUpper(c)))
                End();
            lower = char.IsAsciiLetterLower(c);
            if (char.IsAsciiLetter(c))
                word.Append(char.ToLowerInvariant(c));
        }

        End();
        return [.. words];

        void End()
        {
            if (word.Length > 1)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
