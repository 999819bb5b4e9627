using System.Globalization;

namespace GlobeEcho.Site.Shell;

/// <summary>Numbers with their noun, and lists of names.</summary>
public static class Count
{
    /// <summary>"2,048".</summary>
    public static string Of(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 telling", "2,048 tellings".</summary>
    public static string Of(int number, string noun) => Of(number, noun, noun + "s");

    public static string Of(int number, string one, string many) =>
        Of(number) + "\u00A0" + (number == 1 ? one : many);

    /// <summary>A reason as a sentence: a capital first, a full stop last.</summary>
    public static string Sentence(string words) =>
        words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..] + (words[^1] is '.' or '!' or '?' ? "" : ".");

    /// <summary>"A", "A and B", "A, B and C", "A, B, C and 4 more".</summary>
    public static string List(IReadOnlyList<string> names, int all)
    {
        var rest = all - names.Count;
        if (rest > 0)
            return $"{string.Join(", ", names)} and {rest.ToString(CultureInfo.InvariantCulture)} more";
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
    }
}
