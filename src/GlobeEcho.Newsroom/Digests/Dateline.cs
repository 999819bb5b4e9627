using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>What stands before a report's first word: "MINSK, May 24 (Agency) - ".</summary>
internal static partial class Dateline
{
    /// <summary>How many characters at the start of a text's first sentence belong to its dateline; 0 when it has none.</summary>
    public static int LengthIn(string sentence)
    {
        var match = Agency().Match(sentence);
        if (!match.Success)
            match = CapitalCity().Match(sentence);
        if (!match.Success || match.Length >= sentence.Length)
            return 0;
        var next = sentence[match.Length];
        return char.IsLower(next) || char.IsPunctuation(next) && next is not ('"' or '“' or '„' or '«' or '‘' or '\'') ? 0 : match.Length;
    }

    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}\p{Nd} .,'’/-]{1,60})?\((?!\p{Lu}-)(?=[^()]*\p{L})[^()]{2,40}\)\s*[-–—―]{1,2}\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Agency();

    [GeneratedRegex(
        @"^\p{Lu}{2}[\p{Lu} .'’/-]{0,30}"
        + @"(?:,\s*[\p{L}.]+(?:\s+[\p{L}.]+){0,2})?(?:,\s*(?:\p{L}+\.?\s+\d{1,2}|\d{1,2}\.?\s+\p{L}+))?(?:,?\s*\d{4})?\s*(?:\s[-–]{1,2}|[—―]|\s[—―])\s*",
        RegexOptions.CultureInvariant)]
    private static partial Regex CapitalCity();
}
