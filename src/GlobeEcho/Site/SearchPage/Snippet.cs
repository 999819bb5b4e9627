using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Site.SearchPage;

/// <summary>The place of a text that shows best why it was found.</summary>
public static class Snippet
{
    private const int Before = 70;
    private const int Length = 230;

    /// <summary>The whole text, with the reader's words told apart.</summary>
    public static IReadOnlyList<Piece> Whole(string text, IReadOnlySet<string> words) => Pieces(text, new TextSpan(0, text.Length), words);

    /// <summary>About 230 characters where the most of the reader's words stand; the beginning where none does.</summary>
    /// <param name="words">Folded, as <see cref="Words.Fold"/> gives them.</param>
    public static IReadOnlyList<Piece> Best(string text, IReadOnlySet<string> words)
    {
        var hits = Words.Spans(text).Where(s => words.Contains(Words.Fold(s.Of(text)))).ToList();
        var start = 0;
        var most = 0;
        foreach (var hit in hits)
        {
            var near = hits.Where(h => h.Start >= hit.Start && h.End <= hit.Start + Length - Before).Select(h => Words.Fold(h.Of(text))).Distinct().Count();
            if (near > most)
                (most, start) = (near, hit.Start);
        }

        var from = start <= Before ? 0 : text.LastIndexOfAny([' ', '\n'], start - Before) + 1;
        var to = from + Length >= text.Length ? text.Length : text.LastIndexOfAny([' ', '\n'], from + Length);
        if (to <= start)
            to = Math.Min(text.Length, from + Length);
        IEnumerable<Piece> pieces = Pieces(text, new TextSpan(from, to - from), words);
        if (from > 0)
            pieces = pieces.Prepend(new Piece("…\u00A0", false));
        if (to < text.Length)
            pieces = pieces.Append(new Piece("\u00A0…", false));
        return pieces.ToList();
    }

    private static List<Piece> Pieces(string text, TextSpan part, IReadOnlySet<string> words)
    {
        var shown = part.Of(text);
        var pieces = new List<Piece>();
        var at = 0;
        foreach (var span in Words.Spans(shown))
        {
            if (!words.Contains(Words.Fold(span.Of(shown))))
                continue;
            if (span.Start > at)
                pieces.Add(new Piece(shown[at..span.Start], false));
            pieces.Add(new Piece(span.Of(shown), true));
            at = span.End;
        }

        if (at < shown.Length)
            pieces.Add(new Piece(shown[at..], false));
        return pieces;
    }
}
