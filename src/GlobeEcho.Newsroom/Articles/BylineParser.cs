using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Takes the names of people from a byline: "By Ada Brandt and J. Okoye, Political Editor" is Ada Brandt, J. Okoye.</summary>
public static partial class BylineParser
{
    private static readonly FrozenSet<string> Agencies =
        "reuters|afp|ap|associated press|the associated press|dpa|apa|efe|ansa|xinhua|tass|pti|ani|bloomberg|kyodo|yonhap|agencies|agence france-presse|upi|ians|ritzau|tt|ntb|sda|epd|kna|sid|agencias|agenzia"
            .Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What stands where a name should, and is none.
    private static readonly FrozenSet<string> NoNames =
        "admin|administrator|editor|webmaster|redaktion|redazione|redacción|redaccion|rédaction|la rédaction|staff|newsroom|guest|anonymous|unknown|name|author|the author|authors|undefined|null|none|abbruch|folgen|follow|nachrichtenagentur|share|print"
            .Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Placeholders =
        "admin administrator editor webmaster staff guest anonymous unknown name author undefined null none".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Roles =
        ("correspondent reporter editor editors journalist writer staff columnist producer desk team bureau newsroom contributor contributing chief agency agencies photographer "
        + "korrespondent korrespondentin redakteur redakteurin redaktion redaktør redacteur rédacteur journaliste reporterin autor autorin corresponsal redactor periodista redazione giornalista inviato "
        + "published updated posted last minutes read president professor director manager analyst fellow lecturer "
        + "founder co-founder coordinator marketer winemaker officer columnists specialist consultant graduate head "
        + "courtesy articles posts insights spotlight category reviewed edited contributors quelle source image photo")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name is a wire agency's, such as AP or dpa.</summary>
    public static bool IsAgency(string name) => Agencies.Contains(name);

    /// <summary>The house or agency a page names where no person signs: the first part of the byline that is no address; null when there is none.</summary>
    public static string? House(string? byline)
    {
        if (string.IsNullOrWhiteSpace(byline) || byline.Length > 400)
            return null;
        var text = Lead().Replace(Address().Replace(Lines.Fold(byline), " "), "");
        var name = text.Split(',', ';', '|')[0].Trim(' ', '.', ':', '-', '/', '(');
        return name.Length is >= 2 and <= 60 && name.Any(char.IsLetter) && !Placeholders.Contains(name) ? name : null;
    }

    /// <param name="site">The site's own name, which is no author; null when unknown.</param>
    public static IReadOnlyList<string> Parse(string? byline, string? site = null)
    {
        if (string.IsNullOrWhiteSpace(byline) || byline.Length > 400)
            return [];
        var text = Address().Replace(Lines.Fold(byline), " ");
        text = Lead().Replace(text, "");
        var names = new List<string>();
        foreach (var part in Divider().Split(text))
        {
            var name = Lead().Replace(part.Trim(' ', '.', ',', ':', '-', '–', '—', '*', '"', '“', '”'), "").Trim();
            name = Aside().Replace(name, "").Trim(' ', ',', '.');
            if (Suffix().IsMatch(name) && names.Count > 0)
                continue;
            if (IsName(name, site) && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
                names.Add(name);
        }

        return names;
    }

    private static bool IsName(string name, string? site)
    {
        if (name.Length is < 2 or > 60 || Agencies.Contains(name) || NoNames.Contains(name) || !char.IsLetter(name[0]))
            return false;
        // A name with a dot and no space is a host, a handle or a class; one without a capital (where the script has them) is a handle.
        if (name.Any(c => char.IsDigit(c) || c is '_' or '{' or '}' or '=') || (name.Contains('.') && !name.Contains(' ')) || !name.Any(c => char.IsUpper(c) || char.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter))
            return false;
        if (site is not null && Headlines.SameName(name, site))
            return false;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 6 && !words.Any(w => Roles.Contains(w.Trim(',', '.', ':'))) && !(words.Length == 1 && DateParser.IsDayOrMonth(name));
    }

    // Mail and web addresses, and handles.
    [GeneratedRegex(@"\S*@\S+|\S+://\S*|\bwww\.\S+")]
    private static partial Regex Address();

    [GeneratedRegex(@"^\s*(?:(?:written|reported|posted|published|story|words|report|review(?:ed)?|article|text|texte|propos recueillis|ein (?:artikel|beitrag|kommentar)|autor|autore|author|authors|auteur|redactor)\s*)?(?:(?:by|von|vom|par|por|di|da|door|av|af|skrevet av|tekst|от|автор)\b|:)\s*:?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s*(?:[,;/|•·+\n]|(?<=\s)[–—](?=\s)|(?<=\s)-(?=\s)|(?<=\s)(?:and|und|et|y|och|og|with|mit|avec|con|&|in|on|for|и|та|ja|en)(?=\s+\p{Lu})|&)\s*")]
    private static partial Regex Divider();

    [GeneratedRegex(@"\s*[(\[{].*?[)\]}]")]
    private static partial Regex Aside();

    [GeneratedRegex(@"^(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D|MBA|M\.?A|RN|Esq|CPA|DDS|MSc|BSc)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Suffix();
}
