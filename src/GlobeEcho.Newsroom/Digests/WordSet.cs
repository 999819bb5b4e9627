using System.Globalization;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>The different words of a sentence, with the names and numbers a reader would check.</summary>
internal sealed class WordSet
{
    private WordSet(HashSet<string> words, HashSet<string> names, HashSet<string> numbers)
    {
        Words = words;
        Names = names;
        Numbers = numbers;
    }

    /// <summary>Lower case, diacritics kept; a number with a point or comma counts as its parts.</summary>
    public HashSet<string> Words { get; }

    /// <summary>Words with a capital, the sentence's first one only when it is no function word.</summary>
    public HashSet<string> Names { get; }

    /// <summary>As written, without the commas that group thousands.</summary>
    public HashSet<string> Numbers { get; }

    public static WordSet Of(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var first = true;
        foreach (var span in Text.Words.Spans(text))
        {
            var word = span.Of(text);
            var lower = word.ToLower(CultureInfo.InvariantCulture);
            if (char.IsAsciiDigit(word[0]))
            {
                numbers.Add(word.Replace(",", "", StringComparison.Ordinal));
                words.UnionWith(lower.Split('.', ','));
            }
            else
            {
                words.Add(lower);
                if (char.IsUpper(word[0]) && !(first && Text.Words.IsStop(Text.Words.Fold(word))))
                    names.Add(lower);
            }

            first = false;
        }

        return new WordSet(words, names, numbers);
    }

    /// <summary>Whether this sentence holds enough of another's words.</summary>
    public bool Covers(WordSet claim)
    {
        var shared = 0;
        foreach (var word in claim.Words)
        {
            if (Words.Contains(word))
                shared++;
        }

        return shared >= CitationCheck.Coverage * claim.Words.Count;
    }

    /// <summary>Whether this sentence tells the same: enough of the words, and every name and number.</summary>
    public bool Backs(WordSet claim) => claim.Numbers.IsSubsetOf(Numbers) && claim.Names.IsSubsetOf(Words) && Covers(claim);
}
