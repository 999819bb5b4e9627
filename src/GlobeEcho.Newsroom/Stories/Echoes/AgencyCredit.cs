using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Stories.Echoes;

/// <summary>The news agency a text names as its writer: in its dateline, its byline or its notice of rights. Being quoted is no credit.</summary>
public static partial class AgencyCredit
{
    // How a text may name each. Names that are words elsewhere (PA, EFE) count only in brackets or a byline.
    private static readonly (string Agency, string[] Names)[] Agencies =
    [
        ("AP", ["ap", "associated press", "the associated press"]),
        ("Reuters", ["reuters", "thomson reuters"]),
        ("AFP", ["afp", "agence france-presse", "agence france presse"]),
        ("dpa", ["dpa", "deutsche presse-agentur"]),
        ("PA", ["pa", "pa media", "press association"]),
        ("EFE", ["efe", "agencia efe"]),
        ("ANSA", ["ansa"]),
        ("Xinhua", ["xinhua"]),
        ("TASS", ["tass"]),
        ("Interfax", ["interfax"]),
        ("Kyodo", ["kyodo", "kyodo news"]),
        ("Yonhap", ["yonhap"]),
        ("PTI", ["pti", "press trust of india"]),
        ("ANI", ["ani"]),
        ("IANS", ["ians"]),
        ("AAP", ["aap", "australian associated press"]),
        ("UPI", ["upi"]),
        ("APA", ["apa"]),
        ("SDA", ["sda", "keystone-sda"]),
        ("Belga", ["belga"]),
        ("ANP", ["anp"]),
        ("PAP", ["pap"]),
        ("Anadolu", ["anadolu", "aa"]),
        ("Bloomberg", ["bloomberg"]),
    ];

    private static readonly Dictionary<string, string> ByName = Agencies.SelectMany(a => a.Names.Select(n => (n, a.Agency))).ToDictionary(n => n.n, n => n.Agency);

    private const int Opening = 160;
    private const int Ending = 400;

    /// <param name="byline">The writers the page names.</param>
    public static string? Of(string text, IReadOnlyList<string> byline)
    {
        foreach (var writer in byline)
        {
            if (ByName.TryGetValue(writer.Trim().ToLowerInvariant(), out var agency))
                return agency;
        }

        // "LISBON (AP) -", "PARIS, May 24 (Reuters) -", "Paris (AFP) –"
        if (Dateline().Match(text[..Math.Min(Opening, text.Length)]) is { Success: true } line && ByName.TryGetValue(line.Groups["name"].Value.ToLowerInvariant(), out var named))
            return named;
        var end = text[Math.Max(0, text.Length - Ending)..];
        if (Rights().Match(end) is { Success: true } rights && ByName.TryGetValue(rights.Groups["name"].Value.ToLowerInvariant(), out var owner))
            return owner;
        // A report that ends in its agency's name, as the papers of many countries sign it: "... (dpa)", "... © AFP".
        return Signature().Match(end) is { Success: true } signed && ByName.TryGetValue(signed.Groups["name"].Value.ToLowerInvariant(), out var signer) ? signer : null;
    }

    [GeneratedRegex(@"^[^.!?\n]{0,120}?\((?<name>[A-Za-z][A-Za-z -]{1,30})\)\s{0,2}[-–—:]", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"(?:Copyright|©)(?:\s+(?:\(c\)|©))?(?:\s+\d{4})?\s+(?:by\s+)?(?<name>[Tt]he Associated Press|Associated Press|AP|Reuters|Thomson Reuters|AFP|dpa|PA Media)\b", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Rights();

    [GeneratedRegex(@"(?:\(|/|©\s?|—\s?|–\s?)(?<name>AP|AFP|Reuters|REUTERS|dpa|DPA|EFE|ANSA|APA|PTI|ANI|IANS|AAP|Xinhua|TASS|Kyodo|Yonhap)\)?\.?\s*$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Signature();
}
