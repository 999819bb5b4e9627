namespace GlobeEcho.Newsroom.Digests;

/// <summary>Whether a rewrite keeps the sense of its words: what is negated, what has happened or only may, which way it went.</summary>
internal static class RewriteSense
{
    private static readonly HashSet<string> Sequence = new(["before", "after", "until"], StringComparer.Ordinal);

    // These small words turn a sense and so must stand in the source; "both" or "all" may be the writer's own.
    private static readonly HashSet<string> Turners = new(
        ["more", "less", "fewer", "most", "least", "up", "down", "above", "below", "half", "first", "last", "only", "all"], StringComparer.Ordinal);

    public static CitationFault? Fault(ClaimReading claim, ClaimReading source) =>
        Negation(claim, source) ?? Opposites(claim, source) ?? Modality(claim, source) ?? Directions(claim, source);

    /// <summary>Whether a small word that the source does not have turns the sense.</summary>
    public static bool Turns(string lower) => Turners.Contains(lower);

    private static CitationFault? Negation(ClaimReading claim, ClaimReading source)
    {
        foreach (var negates in (Func<ClaimWord, bool>[])[w => w.IsNegation, w => w.Lower == "against"])
        {
            if (!Heads(claim, negates).All(h => IsUnder(source, h.Key, negates, true)))
                return CitationFault.NegationChanged;
            foreach (var head in Heads(source, negates))
            {
                // Said without the "not", and nowhere said so by the source.
                if (IsUnder(claim, head.Key, negates, false) && !IsUnder(source, head.Key, negates, false))
                    return CitationFault.NegationChanged;
            }
        }

        return null;
    }

    private static IEnumerable<ClaimWord> Heads(ClaimReading reading, Func<ClaimWord, bool> negates)
    {
        for (var i = 0; i < reading.Words.Count; i++)
        {
            if (negates(reading.Words[i]) && Head(reading, i) is { } head)
                yield return reading.Words[head];
        }
    }

    // The word a small word leans on: the next that tells something, in its clause.
    private static int? Head(ClaimReading reading, int small)
    {
        for (var i = small + 1; i < reading.Words.Count && i <= small + 5 && reading.Words[i].Clause == reading.Words[small].Clause; i++)
        {
            if (reading.Words[i].IsContent)
                return i;
        }

        return null;
    }

    // Whether some place has the word with (or without) a negation within four words before it.
    private static bool IsUnder(ClaimReading reading, string key, Func<ClaimWord, bool> negates, bool wanted)
    {
        for (var i = 0; i < reading.Words.Count; i++)
        {
            if (reading.Words[i].Key != key || reading.Words[i].Number is not null)
                continue;
            var under = false;
            for (var j = i - 1; j >= 0 && i - j <= 4 && reading.Words[j].Clause == reading.Words[i].Clause; j--)
                under |= negates(reading.Words[j]);
            if (under == wanted)
                return true;
        }

        return false;
    }

    private static CitationFault? Opposites(ClaimReading claim, ClaimReading source)
    {
        var sequenced = source.Words.Any(w => Sequence.Contains(w.Lower));
        for (var i = 0; i < claim.Words.Count; i++)
        {
            var word = claim.Words[i];
            if (word.Number is not null)
                continue;
            if (!source.Keys.Contains(word.Key))
            {
                if (source.Keys.Any(k => ClaimLexicon.AreOpposite(k, word.Key)) || (sequenced && Sequence.Contains(word.Lower)) || Turners.Contains(word.Lower))
                    return CitationFault.ComparisonReversed;
                continue;
            }

            // Both are there: before what, after what?
            if (!Sequence.Contains(word.Lower) || Head(claim, i) is not { } head)
                continue;
            var others = Enumerable.Range(0, source.Words.Count).Where(s => Sequence.Contains(source.Words[s].Lower) && Head(source, s) is { } h && source.Words[h].Key == claim.Words[head].Key).ToList();
            if (others.Count > 0 && others.TrueForAll(s => source.Words[s].Lower != word.Lower))
                return CitationFault.ComparisonReversed;
        }

        return null;
    }

    private static CitationFault? Modality(ClaimReading claim, ClaimReading source)
    {
        for (var i = 0; i < claim.Words.Count; i++)
        {
            var word = claim.Words[i];
            if (!word.IsContent || word.IsQuoted || claim.IsName(i) || ClaimLexicon.Prepositions.Contains(word.Lower))
                continue;
            var mood = MoodOf(claim, i);
            var told = Enumerable.Range(0, source.Words.Count).Where(s => source.Words[s].Key == word.Key && source.Words[s].Number is null).Select(s => MoodOf(source, s)).ToList();
            if (told.Count > 0 && !told.Contains(mood))
                return CitationFault.ModalityChanged;
        }

        for (var s = 0; s < source.Words.Count; s++)
        {
            if (!ClaimLexicon.Hedges.Contains(source.Words[s].Lower) || Head(source, s) is not { } head)
                continue;
            var key = source.Words[head].Key;
            if (IsUnder(claim, key, w => ClaimLexicon.Hedges.Contains(w.Lower), false) && !IsUnder(source, key, w => ClaimLexicon.Hedges.Contains(w.Lower), false))
                return CitationFault.ModalityChanged;
        }

        return null;
    }

    private static Mood MoodOf(ClaimReading reading, int verb)
    {
        for (var i = verb - 1; i >= 0 && verb - i <= 6; i--)
        {
            var word = reading.Words[i];
            if (word.Clause != reading.Words[verb].Clause)
                break;
            if (ClaimLexicon.Future.Contains(word.Lower))
                return Mood.Future;
            if (ClaimLexicon.Possible.Contains(word.Lower) && !word.IsCapital)
                return Mood.Possible;
            if (word.Lower == "to")
                return IsInfinitive(reading, i, verb) ? Governed(reading, i) : Mood.Fact;
            if (!word.IsAuxiliary && !word.IsNegation && !word.Lower.EndsWith("ly", StringComparison.Ordinal))
                break;
        }

        return Mood.Fact;
    }

    private static bool IsInfinitive(ClaimReading reading, int to, int verb) =>
        verb == to + 1 || Enumerable.Range(to + 1, verb - to - 1).All(i => reading.Words[i].IsAuxiliary || reading.Words[i].Lower.EndsWith("ly", StringComparison.Ordinal));

    private static Mood Governed(ClaimReading reading, int to)
    {
        if (to > 0 && ClaimLexicon.Being.Contains(reading.Words[to - 1].Lower))
            return Mood.Future;
        for (var i = to - 1; i >= 0 && to - i <= 7 && reading.Words[i].Clause == reading.Words[to].Clause; i--)
        {
            if (ClaimLexicon.Wishes.Contains(ClaimLexicon.Stem(reading.Words[i].Lower)) || ClaimLexicon.Wishes.Contains(reading.Words[i].Lower))
                return Mood.Wished;
        }

        return Mood.Fact;
    }

    // Which way a number went: what rose by 8 per cent did not fall by it.
    private static CitationFault? Directions(ClaimReading claim, ClaimReading source)
    {
        for (var i = 0; i < claim.Words.Count; i++)
        {
            if (claim.Words[i].Number is not { } number || RewriteCheck.IsYear(number)
                || RewriteCheck.Nearest(claim, i, IsDirection) is not { } way || claim.Words[way].Clause != claim.Words[i].Clause)
                continue;
            var told = Enumerable.Range(0, source.Words.Count).Where(s => source.Words[s].Number?.Value == number.Value)
                .Select(s => RewriteCheck.Nearest(source, s, IsDirection)).ToList();
            if (told.Count > 0 && told.TrueForAll(t => t is { } other && ClaimLexicon.AreOpposite(source.Words[other].Key, claim.Words[way].Key)))
                return CitationFault.ComparisonReversed;
        }

        return null;
    }

    private static bool IsDirection(ClaimWord word) => word.Number is null && ClaimLexicon.HasOpposite(word.Key);

    private enum Mood
    {
        Fact,
        Future,
        Possible,
        Wished,
    }
}
