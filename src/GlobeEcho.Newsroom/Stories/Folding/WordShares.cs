using System.Collections.Frozen;
using System.Globalization;

namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>How many of a thousand articles hold a word: what a young stream cannot know yet.</summary>
internal static class WordShares
{
    private const string Resource = "GlobeEcho.Newsroom.Stories.Folding.word-shares.txt";

    private static readonly FrozenDictionary<string, float> Shares = Read();

    /// <summary>Between 0 and 1; 0 for a word that is not known.</summary>
    public static float Of(string word) => Shares.GetValueOrDefault(word);

    // A line a share: how many of a thousand, then the words.
    private static FrozenDictionary<string, float> Read()
    {
        using var stream = typeof(WordShares).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The shares of words are not in the program.");
        using var reader = new StreamReader(stream);
        var shares = new Dictionary<string, float>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var share = float.Parse(cells[0], CultureInfo.InvariantCulture) / 1000;
            foreach (var word in cells.AsSpan(1))
                shares[word] = share;
        }

        return shares.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
