using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>
/// A sentence that opens with "he" or "she", told with the name of the sentence right before it. Only where one person can be meant:
/// the sentence before opens with the name, and names no other person.
/// </summary>
internal static class Resolution
{
    // Longer names are no longer names.
    private const int MostNameWords = 6;

    /// <summary>The sentence with its pronoun resolved; null when it does not open with one, or it is not certain who is meant.</summary>
    public static string? Of(string before, string sentence)
    {
        var end = 0;
        while (end < sentence.Length && char.IsLetter(sentence[end]))
            end++;
        var pronoun = sentence[..end];
        if (pronoun is not ("He" or "She") || end == sentence.Length || sentence[end] != ' ' || NameOpening(before, pronoun) is not { } name)
            return null;
        return name + sentence[end..];
    }

    /// <summary>Whether a claim is the last sentence of a cited span with its pronoun resolved by the one before.</summary>
    public static bool IsOf(string claim, string span)
    {
        var sentences = Sentences.Split(span);
        return sentences.Count == 2 && sentences[1].End == span.Length && Of(sentences[0].Of(span), sentences[1].Of(span)) == claim;
    }

    private static string? NameOpening(string before, string pronoun)
    {
        var reading = ClaimReading.Of([before], ClaimReading.CapitalsInside([before]));
        if (reading.Quotations.Count > 0)
            return null;
        var words = reading.Words;
        var last = -1;
        while (last + 1 < words.Count && last < MostNameWords && words[last + 1].IsCapital && words[last + 1].Number is null
            && !ClaimLexicon.IsFunctionWord(words[last + 1].Lower) && (last < 0 || reading.Touch(last)))
            last++;
        if (last < 1 || last + 1 >= words.Count || words[last + 1].Lower == "s" || reading.Between(last).Contains('s'))
            return null;
        var office = words.Take(last + 1).Any(w => ClaimLexicon.Offices.Contains(w.Lower) || w.Lower is "mr" or "mrs" or "ms" or "dr" or "sen" or "rep" or "gov" or "sir");
        var name = before[words[0].Span.Start..words[last].Span.End];
        // Without an office only one who speaks is surely a person.
        if (!office && !(ClaimLexicon.Speaking.Contains(ClaimLexicon.Stem(words[last + 1].Lower)) && last == 1))
            return null;
        if ((words[0].Lower is "mr" or "sir" or "lord" or "king" && pronoun == "She") || (words[0].Lower is "mrs" or "ms" or "lady" or "queen" && pronoun == "He"))
            return null;
        // Two more capitals in a row, or an office, could be another person.
        for (var i = last + 1; i < words.Count; i++)
        {
            var person = ClaimLexicon.Offices.Contains(words[i].Lower) && words[i].IsCapital;
            var full = reading.IsName(i) && i + 1 < words.Count && reading.IsName(i + 1) && reading.Touch(i);
            if (person || full || words[i].Lower is "he" or "she" or "his" or "her" or "him" or "mr" or "mrs" or "ms" or "sen" or "rep")
                return null;
        }

        return name;
    }
}
