using System.Collections.Frozen;

namespace GlobeEcho.Newsroom.Text;

/// <summary>English words for numbers. The constants are made for regular expressions: words divided by "|".</summary>
internal static class NumberWords
{
    /// <summary>From 2 on: "one" is mostly a pronoun.</summary>
    public const string Ones = "two|three|four|five|six|seven|eight|nine";
    public const string Teens = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
    public const string Tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    private const string Ordinals = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth";

    public static FrozenDictionary<string, int> Cardinals { get; } =
        From(Ones + "|" + Teens, 2, 1).Concat(From(Tens, 20, 10)).ToFrozenDictionary(n => n.Word, n => n.Number, StringComparer.Ordinal);

    /// <summary>The words up to twelve and the ordinals up to ten, with their numbers in figures: what headlines write now in one way, now in the other.</summary>
    public static FrozenDictionary<string, string> Small { get; } =
        Cardinals.Select(n => (Word: n.Key, Number: n.Value)).Where(n => n.Number <= 12).Concat(From(Ordinals, 2, 1))
            .ToFrozenDictionary(n => n.Word, n => n.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static IEnumerable<(string Word, int Number)> From(string words, int first, int step) => words.Split('|').Select((w, i) => (w, first + (i * step)));
}
