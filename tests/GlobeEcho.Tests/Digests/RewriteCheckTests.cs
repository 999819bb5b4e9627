using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Tests.Digests;

/// <summary>The gate on 100 false and 100 true rewrites of our own sentences, written before it. The failures of the second half were only counted.</summary>
public sealed class RewriteCheckTests
{
    private static readonly IReadOnlyList<Case> Cases = Read();

    [Fact]
    public void There_are_a_hundred_true_and_a_hundred_false_rewrites()
    {
        Assert.Equal(100, Cases.Count(c => c.IsTrue));
        Assert.Equal(100, Cases.Count(c => !c.IsTrue));
    }

    [Fact]
    public void False_rewrites_are_stopped() => Holds(Cases.Where(c => !c.IsTrue), 95, c => c.Fault is not null);

    [Fact]
    public void True_rewrites_pass() => Holds(Cases.Where(c => c.IsTrue), 95, c => c.Fault is null);

    private static void Holds(IEnumerable<Case> cases, int least, Func<Case, bool> isRight)
    {
        var all = cases.ToList();
        var wrong = all.Where(c => !isRight(c)).ToList();
        Assert.True(
            all.Count - wrong.Count >= least,
            $"{all.Count - wrong.Count} of {all.Count}, first half {all.Count(c => c.IsFirstHalf && isRight(c))}:\n"
            + string.Join('\n', wrong.Select(c => $"{(c.IsFirstHalf ? 1 : 2)} {c.Kind} {c.Fault}: {c.Text}")));
    }

    private static List<Case> Read()
    {
        var cases = new List<Case>();
        var sources = 0;
        string[] spans = [];
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Digests", "rewrites.tsv")))
        {
            var cells = line.Split('\t');
            if (cells[0] == "S")
            {
                sources++;
                spans = cells[1].Split(" || ");
                continue;
            }

            // Spans that lie apart in the article.
            var text = string.Join(" Something else was reported in between.\n\n", spans);
            var citations = spans.Select(s => new Citation(new ArticleId(1), new TextSpan(text.IndexOf(s, StringComparison.Ordinal), s.Length))).ToList();
            var fault = CitationCheck.Fault(new Claim(cells[2], 0, citations), new Dictionary<ArticleId, string> { [new ArticleId(1)] = text }, GateStrictness.Rewrite);
            cases.Add(new Case(sources <= 25, cells[0] == "T", cells[1], cells[2], fault));
        }

        return cases;
    }

    private sealed record Case(bool IsFirstHalf, bool IsTrue, string Kind, string Text, CitationFault? Fault);
}
