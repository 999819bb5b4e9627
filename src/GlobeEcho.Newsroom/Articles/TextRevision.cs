using System.Text;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>What of a text a later one no longer says. Pure. Letters and digits count; marks, spaces and the order of sentences do not.</summary>
public static class TextRevision
{
    /// <summary>The sentences of the earlier text that do not stand, letter for letter, in the later one.</summary>
    public static IReadOnlyList<TextSpan> Unsaid(string earlier, string later)
    {
        var now = Letters(later);
        return Sentences.Split(earlier).Where(s => Letters(s.Of(earlier)) is { Length: > 0 } said && !now.Contains(said, StringComparison.Ordinal)).ToList();
    }

    /// <summary>Whether each says all the other says.</summary>
    public static bool IsSame(string earlier, string later) => Unsaid(earlier, later).Count == 0 && Unsaid(later, earlier).Count == 0;

    /// <summary>The earlier text with spaces in the place of what the later one no longer says: every other character keeps its place.</summary>
    public static string Blanked(string earlier, string later)
    {
        var blanked = earlier.ToCharArray();
        foreach (var span in Unsaid(earlier, later))
            blanked.AsSpan(span.Start, span.Length).Fill(' ');
        return new string(blanked);
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                letters.Append(char.ToLowerInvariant(c));
        }

        return letters.ToString();
    }
}
