namespace GlobeEcho.Newsroom.Digests;

/// <summary>
/// Whether a name of a rewrite stands where the cited spans have another: the words on both sides of it are another's there, and none of them its own.
/// And whether "who" and "which" still mean what stands before them.
/// </summary>
internal static class RewriteCompany
{
    private const int Reach = 4;

    public static CitationFault? Fault(ClaimReading claim, ClaimReading source) => Neighbours(claim, source) ?? Antecedents(claim, source);

    private static CitationFault? Neighbours(ClaimReading claim, ClaimReading source)
    {
        // Turned from active to passive, the sides change without a change in what is said.
        if (Passives(claim) != Passives(source))
            return null;
        var groups = Groups(source);
        foreach (var name in Groups(claim))
        {
            if (Side(claim, name.From, -1) is not { } left || Side(claim, name.To, 1) is not { } right)
                continue;
            var own = groups.FindAll(g => source.NameAt(g.From).Overlaps(claim.NameAt(name.From)));
            if (own.Count == 0 || own.Exists(g => IsNear(source, g, left) || IsNear(source, g, right)))
                continue;
            if (groups.Exists(g => !own.Contains(g) && IsNear(source, g, left)) && groups.Exists(g => !own.Contains(g) && IsNear(source, g, right)))
                return CitationFault.RolesSwapped;
        }

        return null;
    }

    private static int Passives(ClaimReading reading) =>
        Enumerable.Range(0, reading.Words.Count).Count(i => reading.Words[i].Lower == "by" && Enumerable.Range(Math.Max(0, i - Reach), Math.Min(Reach, i)).Any(v =>
            RewriteRoles.IsVerb(reading, v) && RewriteRoles.IsPassive(reading, v)));

    private static List<(int From, int To)> Groups(ClaimReading reading) =>
        Enumerable.Range(0, reading.Words.Count).Where(i => reading.IsName(i)).Select(reading.NameSpan).Distinct().ToList();

    // The nearest telling word on one side of a name, whatever small words stand between.
    private static string? Side(ClaimReading reading, int edge, int step)
    {
        for (var i = edge + step; i >= 0 && i < reading.Words.Count && Math.Abs(i - edge) <= Reach; i += step)
        {
            var word = reading.Words[i];
            if (word.Sentence != reading.Words[edge].Sentence || word.IsQuoted || word.Number is not null || reading.IsName(i))
                return null;
            if (word.IsContent && !ClaimReading.IsCalendar(word))
                return word.Key;
        }

        return null;
    }

    private static bool IsNear(ClaimReading reading, (int From, int To) name, string key)
    {
        for (var i = Math.Max(0, name.From - Reach); i <= Math.Min(reading.Words.Count - 1, name.To + Reach); i++)
        {
            if (reading.Words[i].Key == key && reading.Words[i].Sentence == reading.Words[name.From].Sentence && (i < name.From || i > name.To))
                return true;
        }

        return false;
    }

    // "a bill that will lapse": the bill and the lapsing stand in one sentence of the source.
    private static CitationFault? Antecedents(ClaimReading claim, ClaimReading source)
    {
        for (var i = 1; i + 1 < claim.Words.Count; i++)
        {
            if (claim.Words[i].Lower is not ("who" or "which" or "that") || !claim.Words[i - 1].IsContent || ClaimLexicon.Speaking.Contains(ClaimLexicon.Stem(claim.Words[i - 1].Lower)))
                continue;
            var verb = Enumerable.Range(i + 1, Math.Min(Reach, claim.Words.Count - i - 1)).FirstOrDefault(v => claim.Words[v].IsContent && !claim.IsName(v), -1);
            if (verb < 0)
                continue;
            var before = SentencesWith(source, claim.Words[i - 1].Key);
            var after = SentencesWith(source, claim.Words[verb].Key);
            if (before.Count > 0 && after.Count > 0 && !before.Overlaps(after))
                return CitationFault.FactsMerged;
        }

        return null;
    }

    private static HashSet<int> SentencesWith(ClaimReading source, string key) =>
        source.Words.Where(w => w.Number is null && w.Key == key).Select(w => w.Sentence).ToHashSet();
}
