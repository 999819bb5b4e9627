using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>What the numbers of an English sentence count.</summary>
internal static partial class CountedThings
{
    private const int Reach = 6;

    // What can befall people, in the stems that tell it.
    private static readonly FrozenDictionary<string, string> Fates = (
        "kill=dead die=dead body=dead bodi=dead toll=dead fatality=dead deadli=dead slay=dead injur=injured miss=missing "
        + "arrest=arrested rescu=rescued displac=displaced evacu=displaced flee=displaced infect=infected hospitaliz=hospital hospitalis=hospital")
        .Split(' ').Select(p => p.Split('=')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Anybody = new[] { "peopl", "victim", "other", "life", "liv", "man", "body", "bodi", "fatality", "casualty" }.ToFrozenSet(StringComparer.Ordinal);

    public static List<CountedThing> In(string sentence)
    {
        var found = new List<CountedThing>();
        // A count over a longer time, or by the day or head, is another count.
        if (Quantities.In(sentence).Count == 0 || Rate().IsMatch(sentence))
            return found;
        var reading = ClaimReading.Of([sentence], ClaimReading.CapitalsInside([sentence]));
        for (var i = 0; i < reading.Words.Count; i++)
        {
            if (reading.Words[i].Number is { } number && !IsNoCount(reading, i, number) && Read(reading, i, number) is { } thing)
                found.Add(thing);
        }

        return found;
    }

    // Years, days of a month, scores, ordinals, ages and clock times count nothing.
    private static bool IsNoCount(ClaimReading reading, int at, Quantity number)
    {
        if (RewriteCheck.IsYear(number))
            return true;
        var text = reading.Text;
        var (start, end) = (number.Span.Start, number.Span.End);
        if ((start > 0 && text[start - 1] is '-' or '–' or ':' or '#' or '/') || (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '–' or ':' or '/')))
            return true;
        if (at > 0 && ClaimReading.IsCalendar(reading.Words[at - 1]) || at + 1 < reading.Words.Count && ClaimReading.IsCalendar(reading.Words[at + 1]) && reading.Touch(at))
            return true;
        // "Mr. Tolan, 58, pleaded"; "41 of the 44".
        return (end < text.Length && text[end] == ',' && start > 1 && text[start - 2] == ',') || text.AsSpan(end).StartsWith(" of the ", StringComparison.Ordinal);
    }

    private static CountedThing? Read(ClaimReading reading, int at, Quantity number)
    {
        var clause = reading.Words[at].Clause;
        var noun = number.Unit is null ? NounAfter(reading, at) : null;
        var fate = Fate(reading, at);
        if (fate is null && noun is null && number.Unit is null)
            return null;
        var places = Enumerable.Range(at + 1, reading.Words.Count - at - 1).TakeWhile(i => reading.Words[i].Clause == clause).Where(reading.IsName)
            .Select(i => reading.Words[i].Lower).ToHashSet(StringComparer.Ordinal);
        if (fate is { } befell && number.Unit is null)
        {
            var who = noun is null || Anybody.Contains(reading.Words[noun.Value].Key) || Fates.ContainsKey(reading.Words[noun.Value].Key) ? "people" : reading.Words[noun.Value].Key;
            return new CountedThing(befell, who, number, places, Caption(befell, who == "people" ? who : reading.Words[noun!.Value].Lower));
        }

        // Anything else is the same only with the same word beside it, and the same thing doing it where it has a unit.
        if (Beside(reading, at, noun) is not { } beside)
            return null;
        var word = reading.Words[beside];
        if (number.Unit is null)
            return new CountedThing(word.Key, reading.Words[noun!.Value].Key, number, places, $"{reading.Words[noun.Value].Lower} {word.Lower}");
        if (!word.LooksVerbal || Subject(reading, beside) is not { } subject)
            return null;
        return new CountedThing(word.Key, reading.Words[subject].Key, number, places, $"{reading.Words[subject].Lower} {word.Lower}");
    }

    // What befell them behind those it befell, where that is how one says it.
    private static string Caption(string fate, string who) => fate switch
    {
        "dead" => who == "people" ? "deaths" : $"deaths of {who}",
        "hospital" => $"{who} in hospital",
        _ => $"{who} {fate}",
    };

    // "100 people", "two more soldiers": the last telling word of the run after the number.
    private static int? NounAfter(ClaimReading reading, int at)
    {
        int? noun = null;
        for (var i = at + 1; i < reading.Words.Count && i <= at + 3 && reading.Words[i].Clause == reading.Words[at].Clause && reading.Words[i].Number is null; i++)
        {
            var word = reading.Words[i];
            if (word.Lower == "more" || word.Lower == "other")
                continue;
            if (!word.IsContent || word.LooksVerbal || ClaimLexicon.Prepositions.Contains(word.Lower) || ClaimReading.IsCalendar(word))
                break;
            if (noun is not null && !word.Lower.EndsWith('s') && reading.Words[noun.Value].Lower.EndsWith('s'))
                break;
            noun = i;
        }

        return noun;
    }

    // The nearest word that tells a fate, in the clause.
    private static string? Fate(ClaimReading reading, int at)
    {
        string? found = null;
        var nearest = int.MaxValue;
        for (var i = Math.Max(0, at - Reach); i < Math.Min(reading.Words.Count, at + Reach + 1); i++)
        {
            var word = reading.Words[i];
            if (word.Clause != reading.Words[at].Clause || word.Number is not null || !Fates.TryGetValue(word.Key, out var fate))
                continue;
            // Another number in between has the word for itself.
            var (from, to) = (Math.Min(i, at), Math.Max(i, at));
            if (Enumerable.Range(from + 1, Math.Max(0, to - from - 1)).Any(n => reading.Words[n].Number is not null) || to - from >= nearest)
                continue;
            (found, nearest) = (fate, to - from);
        }

        return found;
    }

    private static int? Beside(ClaimReading reading, int at, int? noun)
    {
        for (var i = (noun ?? at) + 1; noun is not null && i < reading.Words.Count && i <= at + Reach && reading.Words[i].Clause == reading.Words[at].Clause; i++)
        {
            if (reading.Words[i].Number is not null)
                break;
            if (reading.Words[i].IsContent && !reading.IsName(i) && !ClaimReading.IsCalendar(reading.Words[i]))
                return i;
        }

        for (var i = at - 1; i >= 0 && at - i <= Reach && reading.Words[i].Clause == reading.Words[at].Clause; i--)
        {
            if (reading.Words[i].Number is not null)
                break;
            if (reading.Words[i].IsContent && !reading.IsName(i) && !ClaimReading.IsCalendar(reading.Words[i]) && !ClaimLexicon.Turning.Contains(reading.Words[i].Lower))
                return i;
        }

        return null;
    }

    private static int? Subject(ClaimReading reading, int verb)
    {
        for (var i = verb - 1; i >= 0 && verb - i <= Reach && reading.Words[i].Clause == reading.Words[verb].Clause; i--)
        {
            if (reading.Words[i].IsContent && !ClaimReading.IsCalendar(reading.Words[i]))
                return i;
        }

        return null;
    }

    [GeneratedRegex(
        @"\b(?:since|this year|last year|so far this|over the past|in the past|to date|each|per (?!cent)|every|a (?:day|week|month|year)|daily|weekly|annually|on average|in (?:a single day|24 hours|the (?:past|last) (?:day|24 hours)))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rate();
}
