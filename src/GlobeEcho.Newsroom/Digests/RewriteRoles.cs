namespace GlobeEcho.Newsroom.Digests;

/// <summary>Whether a rewrite leaves everybody with what they did, said and are: offices, who did what to whom, who said what, which facts belong together.</summary>
internal static class RewriteRoles
{
    private const int Reach = 6;

    public static CitationFault? Fault(ClaimReading claim, ClaimReading source) =>
        Speakers(claim, source) ?? Roles(claim, source) ?? RewriteCompany.Fault(claim, source) ?? Merged(claim, source);

    public static CitationFault? Offices(ClaimReading claim, ClaimReading source)
    {
        for (var i = 0; i < claim.Words.Count; i++)
        {
            if (!claim.IsName(i) || claim.NameSpan(i).From != i)
                continue;
            var said = OfficesOf(claim, i);
            if (said.Count == 0)
                continue;
            var name = claim.NameAt(i);
            var told = new HashSet<string>(StringComparer.Ordinal);
            var limits = new List<HashSet<string>>();
            for (var s = 0; s < source.Words.Count; s++)
            {
                if (!source.IsName(s) || source.NameSpan(s).From != s || !name.Overlaps(source.NameAt(s)))
                    continue;
                var here = OfficesOf(source, s);
                told.UnionWith(here);
                if (here.Count > 0)
                    limits.Add(here.Where(ClaimLexicon.OfficeLimits.Contains).ToHashSet(StringComparer.Ordinal));
            }

            if (!said.IsSubsetOf(told))
                return CitationFault.OfficeChanged;
            // Somewhere the source says it with no more limits than the claim: a "former president" is not a president.
            if (limits.Count > 0 && said.Any(ClaimLexicon.Offices.Contains) && !limits.Exists(l => l.IsSubsetOf(said)))
                return CitationFault.OfficeChanged;
        }

        return null;
    }

    // "Deputy Prime Minister N", "the finance minister, N", "N, the finance minister,".
    private static HashSet<string> OfficesOf(ClaimReading reading, int name)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = name - 1; i >= 0 && reading.Words[i].Sentence == reading.Words[name].Sentence && ClaimReading.IsOfficeWord(reading.Words[i].Lower); i--)
            found.Add(reading.Words[i].Lower);
        var last = reading.NameSpan(name).To;
        if (last + 1 >= reading.Words.Count || !reading.Between(last).StartsWith(",", StringComparison.Ordinal))
            return found;
        var clause = reading.Words[last + 1].Clause;
        var apposition = new HashSet<string>(StringComparer.Ordinal);
        for (var i = last + 1; i < reading.Words.Count && i <= last + 7 && reading.Words[i].Clause == clause; i++)
        {
            // With a verb it is no apposition.
            if (reading.Words[i].LooksVerbal || reading.Words[i].IsAuxiliary || reading.IsName(i))
                return found;
            if (ClaimReading.IsOfficeWord(reading.Words[i].Lower))
                apposition.Add(reading.Words[i].Lower);
        }

        found.UnionWith(apposition);
        return found;
    }

    // What a clause says somebody said must not be what the source lets another say.
    private static CitationFault? Speakers(ClaimReading claim, ClaimReading source)
    {
        for (var i = 0; i < claim.Words.Count; i++)
        {
            if (!IsSpeech(claim, i) || SpokenQuotes.SubjectOf(claim, i) is not { } speaker)
                continue;
            var said = Told(claim, i, speaker);
            if (said.Count < 2)
                continue;
            var own = 0;
            var others = 0;
            for (var s = 0; s < source.Words.Count; s++)
            {
                if (!IsSpeech(source, s) || SpokenQuotes.SubjectOf(source, s) is not { } other)
                    continue;
                var shared = Told(source, s, other).Intersect(said).Count();
                if (claim.NameAt(speaker).Overlaps(source.NameAt(other)))
                    own = Math.Max(own, shared);
                else
                    others = Math.Max(others, shared);
            }

            if (others > own && others * 10 >= said.Count * 6)
                return CitationFault.SpeakerChanged;
        }

        return null;
    }

    private static bool IsSpeech(ClaimReading reading, int word) =>
        reading.Words[word] is { Number: null, IsQuoted: false } w && ClaimLexicon.Speaking.Contains(ClaimLexicon.Stem(w.Lower));

    private static HashSet<string> Told(ClaimReading reading, int verb, int speaker)
    {
        var (from, to) = reading.NameSpan(speaker);
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < reading.Words.Count; i++)
        {
            var word = reading.Words[i];
            if (word.Clause == reading.Words[verb].Clause && i != verb && (i < from || i > to) && word.IsContent && !ClaimReading.IsOfficeWord(word.Lower)
                && !ClaimReading.IsCalendar(word))
                told.Add(word.Key);
        }

        return told;
    }

    private static CitationFault? Roles(ClaimReading claim, ClaimReading source)
    {
        for (var i = 0; i < claim.Words.Count; i++)
        {
            var verb = claim.Words[i];
            if (!IsVerb(claim, i))
                continue;
            var said = RolesOf(claim, i);
            var told = Enumerable.Range(0, source.Words.Count).Where(s => source.Words[s].Key == verb.Key && IsVerb(source, s)).Select(s => RolesOf(source, s)).ToList();
            if (told.Count > 0 && told.TrueForAll(t => Conflict(claim, said, source, t)))
                return CitationFault.RolesSwapped;
        }

        return null;
    }

    internal static bool IsVerb(ClaimReading reading, int word)
    {
        var w = reading.Words[word];
        // "said N" and "N said" are one; who says what is checked by itself.
        if (!w.IsContent || w.IsQuoted || reading.IsName(word) || ClaimReading.IsOfficeWord(w.Lower) || w.Key == "say")
            return false;
        return w.LooksVerbal || (word > 0 && (reading.Words[word - 1].IsAuxiliary || reading.Words[word - 1].Lower == "to"))
            || (word > 0 && reading.IsName(word - 1) && word + 1 < reading.Words.Count && reading.Touch(word - 1) && !w.Lower.EndsWith("'s", StringComparison.Ordinal));
    }

    private static Role RolesOf(ClaimReading reading, int verb)
    {
        var left = Left(reading, verb);
        var passive = IsPassive(reading, verb);
        if (!passive)
            return new Role(left, Right(reading, verb + 1, false));
        for (var i = verb + 1; i < reading.Words.Count && i <= verb + Reach && reading.Words[i].Clause == reading.Words[verb].Clause; i++)
        {
            if (reading.Words[i].Lower == "by")
                return new Role(Right(reading, i + 1, true), left);
        }

        return new Role(null, left);
    }

    internal static bool IsPassive(ClaimReading reading, int verb)
    {
        if (reading.Words[verb].Lower.EndsWith("ing", StringComparison.Ordinal))
            return false;
        for (var i = verb - 1; i >= 0 && verb - i <= 3 && reading.Words[i].Sentence == reading.Words[verb].Sentence; i--)
        {
            if (ClaimLexicon.Being.Contains(reading.Words[i].Lower))
                return true;
            if (!reading.Words[i].IsAuxiliary && !reading.Words[i].Lower.EndsWith("ly", StringComparison.Ordinal))
                break;
        }

        // "replaced by N", "built by N".
        return verb + 1 < reading.Words.Count && reading.Words[verb + 1].Lower == "by" && reading.Words[verb].LooksVerbal
            && verb + 2 < reading.Words.Count && reading.Words[verb + 2].Number is null;
    }

    // The word right before the verb that could do it: a name, or a noun.
    private static int? Left(ClaimReading reading, int verb)
    {
        for (var i = verb - 1; i >= 0 && verb - i <= Reach; i--)
        {
            var word = reading.Words[i];
            if (word.Sentence != reading.Words[verb].Sentence || ClaimLexicon.Pronouns.Contains(word.Lower) || ClaimLexicon.Connectives.Contains(word.Lower))
                return null;
            if (word.Clause != reading.Words[verb].Clause && !IsApposed(reading, i))
                return null;
            if (reading.IsName(i))
                return i;
            if (word.IsAuxiliary || word.IsNegation || word.Lower.EndsWith("ly", StringComparison.Ordinal))
                continue;
            return word.IsContent && !word.LooksVerbal && !ClaimReading.IsCalendar(word) && !ClaimLexicon.Turning.Contains(word.Lower) ? i : null;
        }

        return null;
    }

    // "The driver, Ben Ozal, had drunk": the name between commas still does it.
    private static bool IsApposed(ClaimReading reading, int word)
    {
        if (!reading.IsName(word))
            return false;
        var (from, to) = reading.NameSpan(word);
        return from > 0 && reading.Between(from - 1).StartsWith(",", StringComparison.Ordinal) && reading.Between(to).StartsWith(",", StringComparison.Ordinal);
    }

    private static int? Right(ClaimReading reading, int from, bool isAgent)
    {
        for (var i = from; i < reading.Words.Count && i < from + Reach; i++)
        {
            var word = reading.Words[i];
            if (word.Clause != reading.Words[from - 1].Clause || word.Number is not null || (ClaimLexicon.Prepositions.Contains(word.Lower) && i > from - (isAgent ? 0 : 1))
                || ClaimLexicon.Pronouns.Contains(word.Lower) && word.Lower is not ("his" or "her" or "its" or "their"))
                return null;
            if (reading.IsName(i))
            {
                // "Norvia's parliament" is the parliament.
                var to = reading.NameSpan(i).To;
                if (to + 1 < reading.Words.Count && reading.Between(to).Contains('s'))
                {
                    i = to;
                    continue;
                }

                return i;
            }

            if (word.IsContent && !IsTitleOf(reading, i))
                return i;
        }

        return null;
    }

    // "the banker Pier Sall", "Finance Director Iris Munro": the name is meant.
    private static bool IsTitleOf(ClaimReading reading, int word)
    {
        for (var i = word; i + 1 < reading.Words.Count && i < word + 3 && reading.Touch(i); i++)
        {
            if (reading.IsName(i + 1))
                return true;
            if (!reading.Words[i + 1].IsContent)
                return false;
        }

        return false;
    }

    private static bool Conflict(ClaimReading claim, Role said, ClaimReading source, Role told)
    {
        if (Differ(claim, said.Agent, source, told.Agent) || Differ(claim, said.Patient, source, told.Patient))
            return true;
        return (Same(claim, said.Agent, source, told.Patient) && !Same(claim, said.Agent, source, told.Agent))
            || (Same(claim, said.Patient, source, told.Agent) && !Same(claim, said.Patient, source, told.Patient));
    }

    // Only names differ for certain: "the firm" may be the one named before.
    private static bool Differ(ClaimReading claim, int? said, ClaimReading source, int? told) =>
        said is { } a && told is { } b && claim.IsName(a) && source.IsName(b) && !claim.NameAt(a).Overlaps(source.NameAt(b));

    private static bool Same(ClaimReading claim, int? said, ClaimReading source, int? told)
    {
        if (said is not { } a || told is not { } b || claim.IsName(a) != source.IsName(b))
            return false;
        return claim.IsName(a) ? claim.NameAt(a).Overlaps(source.NameAt(b)) : claim.Words[a].Key == source.Words[b].Key;
    }

    // One clause, two sentences: each gives a word the other does not have.
    private static CitationFault? Merged(ClaimReading claim, ClaimReading source)
    {
        foreach (var clause in claim.Words.GroupBy(w => w.Clause))
        {
            var only = new HashSet<int>();
            var keys = new Dictionary<int, List<ClaimWord>>();
            foreach (var word in clause.Where(w => w.IsContent && !ClaimLexicon.Turning.Contains(w.Lower)))
            {
                var sentences = source.Words.Where(w => w.Number is null && w.Key == word.Key).Select(w => w.Sentence).Distinct().ToList();
                if (sentences.Count != 1)
                    continue;
                only.Add(sentences[0]);
                if (!keys.TryGetValue(sentences[0], out var list))
                    keys[sentences[0]] = list = [];
                list.Add(word);
            }

            if (only.Count > 1 && !IsResolved(claim, source, only, keys))
                return CitationFault.FactsMerged;
        }

        return null;
    }

    // "He resigned" told as "Bell resigned": the earlier sentence gives nothing but the name its pronoun stands for.
    private static bool IsResolved(ClaimReading claim, ClaimReading source, HashSet<int> only, Dictionary<int, List<ClaimWord>> keys)
    {
        if (only.Count != 2)
            return false;
        var (earlier, later) = (only.Min(), only.Max());
        var opens = source.Words.First(w => w.Sentence == later);
        if (later != earlier + 1 || opens.Lower is not ("he" or "she" or "it" or "they"))
            return false;
        var subject = Enumerable.Range(0, source.Words.Count).Where(i => source.Words[i].Sentence == earlier && source.IsName(i)).Select(i => (int?)i).FirstOrDefault();
        return subject is { } first && keys[earlier].TrueForAll(w => source.NameAt(first).Contains(w.Lower) || ClaimReading.IsOfficeWord(w.Lower));
    }

    private readonly record struct Role(int? Agent, int? Patient);
}
