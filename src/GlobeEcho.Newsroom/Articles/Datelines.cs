using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>The place a report opens with: "MINSK, Belarus (Wire) — ...".</summary>
internal static partial class Datelines
{
    /// <summary>The place as written, with its country or state where it has one; null when the text opens with none.</summary>
    public static string? PlaceOf(string text)
    {
        const int Longest = 160;
        var head = text.Length > Longest ? text[..Longest] : text;
        return Opening().Match(head) is { Success: true } found ? found.Groups["place"].Value.Trim(' ', ',') : null;
    }

    // A town in capitals, or one before an agency in brackets; then a dash. A day may stand between.
    [GeneratedRegex(@"^(?<place>\p{Lu}[\p{Lu}\p{M}.'’ -]{2,40}(?:,\s*\p{Lu}[\p{L}. ]{1,30})?|\p{Lu}[\p{L}.'’ -]{2,40}(?:,\s*\p{Lu}[\p{L}. ]{1,30})?(?=\s*,?\s*(?:\p{L}{3,9}\.? \d{1,2}\s*)?\([^)]{2,40}\)))\s*,?\s*(?:\p{L}{3,9}\.? \d{1,2}\s*)?(?:\([^)]{2,40}\))?\s*[—–-]{1,2}\s")]
    private static partial Regex Opening();
}
