using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace GlobeEcho.Newsroom.Text;

/// <summary>Where the words of a text are, and the form in which two words are compared.</summary>
public static class Words
{
    // The most frequent function words of the languages the paper folds over; they tell nothing about a story.
    private static readonly FrozenSet<string> Stop = (
        // English
        "a about above after again against all also although am an and any are around as at be became because been before being below "
        + "between both but by came can could did do does doing down during each even few for from further get gets go had has have having he "
        + "her here hers herself him himself his how however if in into is it its itself just last like made make many may me might more most "
        + "much must my near never new no nor not now of off on once one only or other our ours out over own per put said same say saying says "
        + "she should since so some such take taken tell than that the their theirs them themselves then there these they this those though "
        + "through to told too two under until up upon us very via was we were what when where whether which while who whom whose why will "
        + "with within without would yes yet you your yours "
        // French
        + "au aux avec ce ces cette comme dans de des du elle elles en entre est et eu il ils je la le les leur leurs lui mais meme ne nous on "
        + "ont ou par pas plus pour qu que qui sa sans se ses son sont sous sur ses tout tous toute une un vers vous y ete etait avait apres "
        // German
        + "aber als am an auch auf aus bei bis das dass dem den der des die durch ein eine einem einen einer eines er es fur gegen hat haben "
        + "hatte ich ihm ihn ihr ihre im in ist kann mehr mit nach nicht noch nur oder sein seine sich sie sind so uber um und unter vom von vor "
        + "war waren was wegen werden wie wird wir wurde wurden zu zum zur zwischen "
        // Spanish, Portuguese, Italian
        + "al como con del el ella entre era esta este fue ha han hasta la las lo los mas muy no para pero por se segun ser si sin sobre su sus "
        + "tambien tras un una unos ya ao aos com da das do dos em foi mais mas na nas nao nos o os pela pelo seu sua sao uma alla che chi ci "
        + "dal dalla degli dei della delle di gli hanno ma nel nella piu sono stato sul sulla")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The words in order: runs of letters, marks and digits. A point or comma between two digits belongs to the number ("26.0", "1,000");
    /// a Han, Hiragana or Katakana character is a word of its own.
    /// </summary>
    public static IEnumerable<TextSpan> Spans(string text)
    {
        for (var from = 0; Next(text, ref from) is { } word;)
            yield return word;
    }

    /// <summary>The next word, from a place in the text on; moves the place behind it. Null when there is none.</summary>
    internal static TextSpan? Next(string text, ref int from)
    {
        while (from < text.Length && !IsIdeograph(text[from]) && !BeginsWord(text[from]))
            from++;
        if (from == text.Length)
            return null;
        var start = from++;
        if (!IsIdeograph(text[start]))
        {
            while (from < text.Length && !IsIdeograph(text[from]) && (IsWordCharacter(text[from]) || IsWithinNumber(text, from)))
                from++;
        }

        return new TextSpan(start, from - start);
    }

    /// <summary>The form in which words are compared: lower case, without diacritics ("Élysée" is "elysee").</summary>
    public static string Fold(string word)
    {
        if (Ascii.IsValid(word))
            return word.ToLowerInvariant();
        var plain = new StringBuilder(word.Length);
        // Half a surrogate pair, as broken pages have it, cannot be normalized; as a rune it is the replacement character.
        var whole = word.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(word.EnumerateRunes()) : word;
        foreach (var c in whole.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(char.ToLowerInvariant(c));
        }

        // Nothing else is left of a letter that is a mark when taken apart.
        return plain.Length == 0 ? whole : plain.Replace("ß", "ss").ToString();
    }

    /// <summary>Whether a folded word is a function word of English, French, German, Spanish, Portuguese or Italian.</summary>
    public static bool IsStop(string folded) => folded.Length == 1 ? char.IsAsciiLetter(folded[0]) : Stop.Contains(folded);

    /// <summary>The folded words of a text that tell something: no function words.</summary>
    public static IEnumerable<string> Content(string text)
    {
        foreach (var span in Spans(text))
        {
            var word = Fold(span.Of(text));
            if (!IsStop(word))
                yield return word;
        }
    }

    /// <summary>Whether a character is a word of its own: Han, Hiragana or Katakana.</summary>
    public static bool IsIdeograph(char c) => c is (>= '\u3041' and <= '\u3096') or (>= '\u309B' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF');

    private static bool IsWithinNumber(string text, int at) =>
        text[at] is '.' or ',' && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    private static bool BeginsWord(char c) => char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    // A mark goes on with a word but begins none: nothing would be left of it when folded.
    private static bool IsWordCharacter(char c) =>
        BeginsWord(c) || (!char.IsAscii(c) && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
