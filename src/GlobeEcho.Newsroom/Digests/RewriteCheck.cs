namespace GlobeEcho.Newsroom.Digests;

/// <summary>
/// Whether a claim that is not verbatim says only what the cited spans say (English). It judges light rewrites: words dropped, clauses moved,
/// active and passive, figures and words, words of one meaning. What it cannot find in the spans it refuses.
/// </summary>
internal static class RewriteCheck
{
    // Any of them may stand for another: they tell that something was said, and no more.
    private static readonly HashSet<string> PlainSpeech = new(["say", "tell", "call", "write", "writ", "add", "announc", "stat", "tweet", "note"], StringComparer.Ordinal);

    private static readonly string[] DateWords = ["year", "month", "week", "weekend", "season", "quarter", "decade", "century", "summer", "winter", "spring", "autumn", "night", "day"];

    private static readonly string[] Whens = ["next", "last", "this", "previous", "coming", "past"];

    /// <summary>The first fault of a claim against the texts of all its citations; null for none.</summary>
    public static CitationFault? Fault(string claimText, IReadOnlyList<string> cited)
    {
        var known = ClaimReading.CapitalsInside(cited.Append(claimText));
        var claim = ClaimReading.Of([claimText], known);
        var source = ClaimReading.Of(cited, known);
        return Quotations(claim, source)
            ?? Numbers(claim, source)
            ?? NamesThere(claim, source)
            ?? Dates(claim, source)
            ?? RewriteRoles.Offices(claim, source)
            ?? RewriteSense.Fault(claim, source)
            ?? RewriteRoles.Fault(claim, source)
            ?? WordsThere(claim, source);
    }

    private static CitationFault? Quotations(ClaimReading claim, ClaimReading source)
    {
        foreach (var quotation in claim.Quotations)
        {
            var words = LowerWords(quotation.Of(claim.Text));
            var from = source.Quotations.Where(q => IsRunOf(words, LowerWords(q.Of(source.Text)))).ToList();
            if (from.Count == 0)
                return CitationFault.QuoteChanged;
            if (SpokenQuotes.Speaker(claim, quotation) is not { } speaker)
                continue;
            var speakers = from.Select(q => SpokenQuotes.Speaker(source, q)).ToList();
            if (speakers.TrueForAll(s => s is { } other && !claim.NameAt(speaker).Overlaps(source.NameAt(other))))
                return CitationFault.SpeakerChanged;
        }

        return null;
    }

    private static List<string> LowerWords(string text) => GlobeEcho.Newsroom.Text.Words.Spans(text).Select(s => s.Of(text).ToLowerInvariant()).ToList();

    private static bool IsRunOf(List<string> part, List<string> whole)
    {
        for (var from = 0; from + part.Count <= whole.Count; from++)
        {
            if (part.SequenceEqual(whole.Skip(from).Take(part.Count)))
                return true;
        }

        return false;
    }

    private static CitationFault? Numbers(ClaimReading claim, ClaimReading source)
    {
        var told = source.Words.Where(w => w.Number is not null).ToList();
        var said = claim.Words.Where(w => w.Number is not null).ToList();
        foreach (var group in said.GroupBy(w => w.Number!.Value))
        {
            var same = told.FindAll(w => w.Number!.Value == group.Key);
            if (same.Count < group.Count())
                return CitationFault.NumberMissing;
            foreach (var word in group)
            {
                if (!same.Exists(s => s.Number!.Unit == word.Number!.Unit))
                    return CitationFault.UnitChanged;
                if (!same.Exists(s => s.Number!.Bound == word.Number!.Bound && s.Number.IsAbout == word.Number.IsAbout))
                    return CitationFault.BoundChanged;
            }
        }

        for (var i = 0; i < claim.Words.Count; i++)
        {
            if (claim.Words[i].Number is { } number && !IsYear(number) && Counted(claim, i) is { } counted && !IsCountedAs(source, counted, number.Value))
                return CitationFault.UnitChanged;
        }

        return null;
    }

    /// <summary>Whether a bare number is probably a year.</summary>
    internal static bool IsYear(Quantity number) => number is { Unit: null, Bound: 0, IsAbout: false, Value: >= 1800 and < 2100 };

    // What follows a number within its clause: "300 people", "300 were injured".
    private static string? Counted(ClaimReading claim, int number)
    {
        for (var i = number + 1; i < claim.Words.Count && i <= number + 3; i++)
        {
            var word = claim.Words[i];
            if (word.Clause != claim.Words[number].Clause || word.Number is not null || word.Lower is "the" or "a" or "an")
                return null;
            if (word.IsContent && !ClaimReading.IsCalendar(word))
                return claim.IsName(i) ? null : word.Key;
        }

        return null;
    }

    private static bool IsCountedAs(ClaimReading source, string counted, decimal value)
    {
        var met = false;
        for (var i = 0; i < source.Words.Count; i++)
        {
            if (source.Words[i].Key != counted || source.Words[i].Number is not null)
                continue;
            met = true;
            var nearest = Nearest(source, i, w => w.Number is not null);
            if (nearest is null || source.Words[nearest.Value].Number!.Value == value)
                return true;
            // A number that stands as near on the other side is as good.
            if (Enumerable.Range(0, source.Words.Count).Any(n => source.Words[n].Number?.Value == value && Distance(source, i, n) <= Distance(source, i, nearest.Value)))
                return true;
        }

        return !met;
    }

    /// <summary>The nearest word of the same sentence, a clause's end counted as four words.</summary>
    internal static int? Nearest(ClaimReading reading, int word, Func<ClaimWord, bool> wanted)
    {
        int? best = null;
        for (var i = 0; i < reading.Words.Count; i++)
        {
            if (i != word && reading.Words[i].Sentence == reading.Words[word].Sentence && wanted(reading.Words[i])
                && (best is null || Distance(reading, word, i) < Distance(reading, word, best.Value)))
                best = i;
        }

        return best;
    }

    internal static int Distance(ClaimReading reading, int one, int other) =>
        reading.Words[one].Sentence != reading.Words[other].Sentence
            ? int.MaxValue
            : Math.Abs(one - other) + (4 * Math.Abs(reading.Words[one].Clause - reading.Words[other].Clause));

    private static CitationFault? NamesThere(ClaimReading claim, ClaimReading source)
    {
        var told = source.Words.Where(w => w.Number is null).Select(w => w.Lower).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < claim.Words.Count; i++)
        {
            if (claim.IsName(i) && !told.Contains(claim.Words[i].Lower))
                return CitationFault.NameMissing;
        }

        return null;
    }

    private static CitationFault? Dates(ClaimReading claim, ClaimReading source)
    {
        for (var i = 0; i < claim.Words.Count; i++)
        {
            var word = claim.Words[i];
            if (word.Number is not null)
                continue;
            if (ClaimReading.IsCalendar(word) && !source.Words.Any(w => w.Lower == word.Lower && (w.Lower != "may" || w.IsCapital)))
                return CitationFault.DateChanged;
            if (ClaimReading.IsCalendar(word) && Beside(claim, i).Where(n => n is > 0 and < 2100).ToList() is { Count: > 0 } beside
                && !Enumerable.Range(0, source.Words.Count).Any(s => source.Words[s].Lower == word.Lower && Beside(source, s).Intersect(beside).Any()))
                return CitationFault.DateChanged;
            if (i + 1 < claim.Words.Count && Whens.Contains(word.Lower) && DateWords.Contains(claim.Words[i + 1].Lower)
                && !Enumerable.Range(0, source.Words.Count - 1).Any(s => source.Words[s].Lower == word.Lower && source.Words[s + 1].Lower == claim.Words[i + 1].Lower))
                return CitationFault.DateChanged;
        }

        return null;
    }

    // "14 March", "March 14", "May 2021": bare numbers right beside a month.
    private static IEnumerable<decimal> Beside(ClaimReading reading, int month)
    {
        if (month > 0 && reading.Words[month - 1].Number is { Unit: null } before && reading.Touch(month - 1))
            yield return before.Value;
        if (month + 1 < reading.Words.Count && reading.Words[month + 1].Number is { Unit: null } after && reading.Touch(month))
            yield return after.Value;
    }

    private static CitationFault? WordsThere(ClaimReading claim, ClaimReading source)
    {
        var speaks = source.Words.Any(w => ClaimLexicon.Speaking.Contains(w.Key));
        foreach (var word in claim.Words)
        {
            if (!word.IsContent || source.Keys.Contains(word.Key) || (speaks && PlainSpeech.Contains(ClaimLexicon.Stem(word.Lower))))
                continue;
            if (ClaimLexicon.Turning.Contains(word.Lower) && !RewriteSense.Turns(word.Lower))
                continue;
            return CitationFault.WordMissing;
        }

        return null;
    }
}
