using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Newsroom.Stories.Echoes;

/// <summary>Finds the echoes among the tellings of one story. The same tellings give the same echoes, whatever came when.</summary>
public static class EchoBook
{
    // A run that so many tellings of a story hold is a phrase everybody writes, or a publisher's furniture.
    private const int MostHolders = 100;

    /// <param name="tellings">In order of publishing.</param>
    public static IReadOnlyDictionary<ArticleId, Echo> Of(IReadOnlyList<EchoEntry> tellings)
    {
        var echoes = new Dictionary<ArticleId, Echo>();
        var holders = new Dictionary<uint, List<int>>();
        var shared = new int[tellings.Count];
        for (var i = 0; i < tellings.Count; i++)
        {
            Array.Clear(shared);
            foreach (var run in tellings[i].Print.Kept)
                Meet(run, i, holders, shared);
            if (Nearest(tellings, i, shared) is { } echo)
                echoes.Add(tellings[i].Article, echo);
        }

        return echoes;
    }

    /// <summary>The telling an echo goes back to in the end; itself for what is no echo.</summary>
    public static ArticleId Original(ArticleId article, IReadOnlyDictionary<ArticleId, Echo> echoes)
    {
        // An echo is of an earlier telling, so the chain ends.
        while (echoes.TryGetValue(article, out var echo))
            article = echo.Of;
        return article;
    }

    // Counts the earlier tellings that hold a run, and adds this one to them.
    private static void Meet(uint run, int telling, Dictionary<uint, List<int>> holders, int[] shared)
    {
        if (!holders.TryGetValue(run, out var earlier))
            holders.Add(run, earlier = new List<int>(1));
        foreach (var other in earlier)
            shared[other]++;
        if (earlier.Count < MostHolders)
            earlier.Add(telling);
    }

    private static Echo? Nearest(IReadOnlyList<EchoEntry> tellings, int at, int[] shared)
    {
        Echo? best = null;
        var later = tellings[at];
        for (var i = 0; i < at; i++)
        {
            if (shared[i] == 0)
                continue;
            var earlier = tellings[i];
            var sameAgency = earlier.Agency is not null && earlier.Agency == later.Agency;
            // Of two that match as well, the earlier is the original.
            if (EchoCheck.Compare(earlier.Print, later.Print, sameAgency) is { } match && (best is null || IsNearer(match, best)))
                best = new Echo(earlier.Article, match.Kind, match.Share);
        }

        return best;
    }

    private static bool IsNearer((EchoKind Kind, double Share) match, Echo best) =>
        match.Kind != best.Kind ? match.Kind < best.Kind : match.Share > best.Share;
}
