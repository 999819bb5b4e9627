using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Takes the names of people out of a byline as papers write it.</summary>
internal static partial class BylineParser
{
    // A longer text is no byline.
    private const int LongestByline = 250;

    private static readonly HashSet<string> NoPerson = new(StringComparer.OrdinalIgnoreCase)
    {
        "reuters", "ap", "afp", "dpa", "apa", "ansa", "efe", "pti", "ani", "ians", "upi", "tass", "xinhua", "bloomberg", "kyodo", "yonhap", "aap", "pa", "pa media",
        "press association", "associated press", "the associated press", "agence france-presse", "agencies", "agency", "agence", "agenturen", "agencias", "redaktion", "redaktionen",
        "redaction", "rédaction", "la rédaction", "redacción", "redacao", "redação", "redazione", "redactie", "staff", "staff writer", "staff reporter", "news desk",
        "newsroom", "editor", "editors", "editorial", "admin", "administrator", "webmaster", "web desk", "guest", "guest author", "user", "author", "unknown", "anonymous", "none", "null", "n/a",
        "full bio", "last", "first", "written by", "undefined", "online desk", "our correspondent", "special correspondent", "correspondent", "more", "view all posts", "read more", "published", "updated", "follow", "share", "home", "news",
    };

    public static IReadOnlyList<string> Read(string? text, string? site = null)
    {
        var names = new List<string>();
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestByline)
            return names;
        var line = Lead().Replace(BlockWriter.Fold(text), "");
        line = Tail().Replace(Brackets().Replace(line, " "), "");
        foreach (var part in Between().Split(line))
        {
            if (Credentials().IsMatch(part) && names.Count > 0)
                continue;
            if (Person(part, site) is { } name && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
                names.Add(name);
        }

        return names;
    }

    private static string? Person(string part, string? site)
    {
        var name = Role().Replace(Lead().Replace(part.Trim(), ""), "").Trim(' ', '.', ',', ':', '-', '–', '—', '•', '·', '|', '"', '*', '@', '/');
        if (name.Length is < 2 or > 60 || !char.IsLetter(name[0]) || NoPerson.Contains(name) || Wrong().IsMatch(name))
            return null;
        if (site is not null && name.Equals(site, StringComparison.OrdinalIgnoreCase))
            return null;
        return name.Count(c => c == ' ') > 5 ? null : name;
    }

    /// <summary>Whether a line begins as bylines do.</summary>
    public static bool Begins(string line) => Lead().IsMatch(line);

    /// <summary>Whether a line only announces the names that follow.</summary>
    public static bool IsLabel(string line) => line.Length < 30 && Lead().Match(line.TrimEnd(' ', ':') + " x") is { Success: true } found && found.Length == line.TrimEnd(' ', ':').Length + 1;

    [GeneratedRegex(@"^\s*(?:(?:written|reported|posted|published|edited|story|words|text|article|reviewed|reporting|analysis|opinion)\s+)?(?:by|von|par|por|di|door|av|af|przez|yazan|autor(?:in|es)?|authors?|auteurs?|autore|автор)(?:\s*:\s*|\s+)(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\s*(?:M\.?D|Ph\.?D|Ph\.?\s?D|RN|RD|RDN|LD|MPH|MBA|MSc?|MA|BA|BSc|JD|J\.D|CPA|CFP|Esq|Jr|Sr|DO|DDS|FACP|CNN|USA TODAY|CFA|LCSW)\.?\s*$")]
    private static partial Regex Credentials();

    [GeneratedRegex(@"\([^)]{0,80}\)|\[[^\]]{0,80}\]|\S+@\S+|https?://\S+")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"(?:\b(?:published|posted|updated|last modified|on\s+\p{Lu}\p{L}{2,8}\s+\d|in\s+\p{Lu}\p{L}+$)|\s\d{1,2}[./: ]|\b(?:19|20)\d\d\b).*$", RegexOptions.IgnoreCase)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\s*(?:[,;|/&\n•·]|\s[-–—]\s|\b(?:and|und|et|y|e|en|och|og|with|mit|avec|con|com)\b(?=\s+\p{Lu}))\s*", RegexOptions.None)]
    private static partial Regex Between();

    [GeneratedRegex(@"\s+(?:for|in|at|of|für|pour|para)\s+.*$|\s+(?:(?:senior|chief|staff|political|business|foreign|diplomatic|science|health|sports?|world|national)\s+)*(?:editor|correspondent|reporter|writer|columnist|producer|journalist|redakteur(?:in)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Role();

    [GeneratedRegex(@"\d|https?:|www\.|\.(?:com|net|org|de|fr|uk)\b|[{}<>=_#]|\b(?:editor|correspondent|reporter|writer|columnist|desk|news|newspaper|team|staff|press|media|redaktion|agency|agentur|service|bureau|network|magazine|times|online|editorial|minutes?|read|comments?|subscribe|newsletter|copyright|follow|share|contributor|producer|director|professor|founder|ceo|group|inc|ltd|llc|content|design|code|more about|sponsored)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Wrong();
}
