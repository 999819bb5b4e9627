using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Site.Echo;

/// <summary>A story's tellings as marks on a line, set apart so that none hides another.</summary>
public sealed record EchoLine(EchoWindow Window, IReadOnlyList<EchoMark> Marks)
{
    /// <param name="tellings">Any order.</param>
    /// <param name="gap">The least distance of two marks, in hundredths of the width; less where the line is too full for it.</param>
    public static EchoLine Of(IEnumerable<Telling> tellings, EchoWindow window, double gap)
    {
        var ordered = tellings.OrderBy(t => t.Published).ThenBy(t => t.Article.Value).ToList();
        var voices = new Dictionary<PublisherId, int>();
        var marks = new List<EchoMark>(ordered.Count);
        gap = Math.Min(gap, 100.0 / Math.Max(1, ordered.Count - 1));
        foreach (var telling in ordered)
        {
            var shape = marks.Count == 0 ? EchoShape.First : telling.Echo is not null || voices.ContainsKey(telling.Publisher) ? EchoShape.Again : EchoShape.Echo;
            // Who only copies widens no ring.
            if (!voices.TryGetValue(telling.Publisher, out var voice) && (telling.Echo is null || marks.Count == 0))
                voices[telling.Publisher] = voice = voices.Count + 1;
            var at = window.At(telling.Published);
            if (marks.Count > 0)
                at = Math.Max(at, marks[^1].At + gap);
            marks.Add(new EchoMark(at, shape, voice, telling.Published < window.From));
        }

        // Marks pushed over the right edge push back to the left.
        for (var i = 0; i < marks.Count; i++)
            marks[i] = marks[i] with { At = Math.Max(0, Math.Min(marks[i].At, 100 - ((marks.Count - 1 - i) * gap))) };
        return new EchoLine(window, marks);
    }
}
