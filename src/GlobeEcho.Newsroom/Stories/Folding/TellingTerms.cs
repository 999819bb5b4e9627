using System.Runtime.InteropServices;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>
/// Turns an article into weighted terms and a sketch of its word runs. Remembers the words and terms it met, and keeps its room from article to article.
/// </summary>
internal sealed class TellingTerms
{
    public const int SketchSize = 16;
    private const int ShingleWords = 5;
    private const int MinimumShingles = 12;
    private const int SketchWords = 250;
    private const double Scale = 10_000;

    // Words from the start within which a whole date is taken for the article's own.
    private const int DateWords = 80;

    private readonly WordForms<KnownWord> _forms;
    private readonly KnownTerms _terms = new();
    private readonly NameMarks _marks = new();
    private readonly FoldWeights _weights;
    private readonly Vocabulary _vocabulary;

    // The article's words, and what is known of each.
    private readonly List<Names.Word> _words = [];
    private readonly List<KnownWord> _known = [];
    private readonly HashSet<WordForm> _house = [];

    // What the article's terms come to, in the order they were met, and for each term by its number where: one more than the index, 0 for none.
    private readonly List<Tally> _tallies = [];
    private int[] _tallyOf = new int[1024];
    private int[] _ids = new int[512];
    private int[] _order = new int[512];

    public TellingTerms(FoldWeights weights, Vocabulary vocabulary)
    {
        (_weights, _vocabulary) = (weights, vocabulary);
        _forms = new WordForms<KnownWord>((number, folded) => new KnownWord(number, folded, _terms));
    }

    public Reading Read(FoldInput article, long? clock)
    {
        if (_forms.IsFull || _terms.IsFull)
            Forget();
        var headline = article.Headline ?? "";
        var text = headline.Length == 0 ? article.Text : headline + "\n\n" + article.Text;
        Take(text, headline.Length);
        var names = _marks.Of(text, _words);
        TakeHouse(article.Publisher);
        for (var i = 0; i < names.Length; i++)
            names[i] = names[i] && !_known[i].IsTitle && !IsCredit(text, i);
        int? day = null;
        for (var i = 0; i < _words.Count; i++)
        {
            var (span, word) = (_words[i].Span, _known[i]);
            var inHeadline = span.Start < headline.Length;
            var place = new Standing(inHeadline ? _weights.Headline : i < _weights.LeadWords ? _weights.Lead : 1, inHeadline, inHeadline || i < _weights.LeadWords);
            AddPlace(text, i, place);
            if (word.MayOpenDate && AddDate(i, place) is { } said && i < DateWords)
                day ??= said;
            if (word.IsIdeograph)
            {
                AddPair(i, place);
            }
            else if (word.Numeral is { } numeral)
            {
                Add(numeral.Number, place, false, span);
                if (numeral.Year is { } year)
                    Add(year, place, false, span);
                else
                    Count(text, i, numeral.Digits, place);
            }
            else
            {
                if (word.Spelled is { } spelled)
                    Count(text, i, spelled, place);
                if (word.Stem is not { } stem)
                    continue;
                Add(stem, place, names[i], span);
                if ((names[i] || word.MayName) && word.Sound(_terms) is { } sound)
                    Add(sound, place, true, span);
            }
        }

        var published = article.Published?.ToUnixTimeMilliseconds();
        var (terms, written) = Weigh();
        var member = new Member(
            article.Key, article.Language, published ?? clock, published is { } p ? (int)(p / 86_400_000) : day, terms, Sketch(headline.Length),
            article.Language is not ("de" or "lb"));
        return new Reading(member, text, written);
    }

    // Terms and words are numbered anew together, because a word knows its terms.
    private void Forget()
    {
        _forms.Forget();
        _terms.Forget();
    }

    private void Take(string text, int headline)
    {
        _words.Clear();
        _known.Clear();
        for (var from = 0; Words.Next(text, ref from) is { } span;)
        {
            var form = _forms.Of(span.In(text));
            _words.Add(new Names.Word(span, form));
            _known.Add(form);
            if (_words.Count >= _weights.TextWords && span.Start > headline)
                break;
        }
    }

    private void TakeHouse(string? publisher)
    {
        _house.Clear();
        for (var from = 0; publisher is not null && Words.Next(publisher, ref from) is { } span;)
        {
            if (_forms.Of(span.In(publisher)) is { Folded.Length: > 2, IsStop: false } form)
                _house.Add(form);
        }
    }

    /// <summary>A publisher that names itself, in brackets or by more than one of its words, says nothing of the event.</summary>
    private bool IsCredit(string text, int at)
    {
        if (!_house.Contains(_words[at].Form))
            return false;
        var span = _words[at].Span;
        return (span.Start > 0 && text[span.Start - 1] == '(' && span.End < text.Length && text[span.End] is ')' or ' ')
            || (at > 0 && _house.Contains(_words[at - 1].Form))
            || (at + 1 < _words.Count && _house.Contains(_words[at + 1].Form));
    }

    private void AddPlace(string text, int at, Standing place)
    {
        if (Countries.Match(text, _words, at) is not { } country)
            return;
        var start = _words[at].Span.Start;
        Add(_terms.Of("=", country.Code, "", TermKind.Country), place, false, new TextSpan(start, _words[at + country.Words - 1].Span.End - start));
    }

    // The date's day, where it has a year.
    private int? AddDate(int at, Standing place)
    {
        if (SaidDates.At(_words, at) is not { } date)
            return null;
        Add(_terms.Of($"@{date.Month}-{date.Day}", TermKind.Date), place, false, _words[at].Span);
        if (date.Year > 0)
            Add(_terms.Of($"@{date.Year}", TermKind.Date), place, false, _words[at].Span);
        return date.Number;
    }

    // One character says little, and Hiragana mostly grammar; two that stand together are nearly a word.
    private void AddPair(int at, Standing place)
    {
        var (span, folded) = (_words[at].Span, _words[at].Folded);
        if (at + 1 == _words.Count || _words[at + 1].Span.Start != span.End || !_known[at].IsTellingIdeograph || !_known[at + 1].IsTellingIdeograph)
            return;
        Add(_terms.Of(folded, _words[at + 1].Folded, "", TermKind.Word), place, false, new TextSpan(span.Start, span.Length + _words[at + 1].Span.Length));
    }

    // What a number counts is the next word that tells something.
    private void Count(string text, int at, string number, Standing place)
    {
        for (var next = at + 1; next < _words.Count && next <= at + 2; next++)
        {
            var (before, span) = (_words[next - 1].Span, _words[next].Span);
            if (text.AsSpan(before.End, span.Start - before.End).IndexOfAny(".;:\n") >= 0 || _known[next].Numeral is not null)
                return;
            if (_known[next].Stem is not { } counted)
                continue;
            Add(_terms.Of(number, " ", counted.Text, TermKind.Amount), place, false, new TextSpan(_words[at].Span.Start, span.End - _words[at].Span.Start));
            return;
        }
    }

    private void Add(KnownTerm term, Standing place, bool name, TextSpan written)
    {
        if (term.Number >= _tallyOf.Length)
            Array.Resize(ref _tallyOf, term.Number * 2);
        ref var at = ref _tallyOf[term.Number];
        if (at == 0)
        {
            _tallies.Add(new Tally(term, place.Weight, name, place.Headline, place.Lead, written));
            at = _tallies.Count;
            return;
        }

        ref var tally = ref CollectionsMarshal.AsSpan(_tallies)[at - 1];
        tally = tally with { Count = tally.Count + place.Weight, Name = tally.Name || name, Headline = tally.Headline || place.Headline, Lead = tally.Lead || place.Lead };
    }

    // The terms in order of their ids, each with its first place in the text.
    private (Member.Term[] Terms, TextSpan[] Written) Weigh()
    {
        var count = _tallies.Count;
        if (_ids.Length < count)
            (_ids, _order) = (new int[count * 2], new int[count * 2]);
        var square = 0.0;
        for (var i = 0; i < count; i++)
        {
            var (term, tally) = (_tallies[i].Term, _tallies[i]);
            if (term.Kind != TermKind.Sound)
                square += Math.Pow(1 + Math.Log(tally.Count), 2);
            (_ids[i], _order[i]) = (_vocabulary.IdOf(term), i);
            _tallyOf[term.Number] = 0;
        }

        var length = Math.Sqrt(square);
        Array.Sort(_ids, _order, 0, count);
        var (terms, written) = (new Member.Term[count], new TextSpan[count]);
        for (var i = 0; i < count; i++)
        {
            var tally = _tallies[_order[i]];
            var weight = (int)Math.Round(Scale * (1 + Math.Log(tally.Count)) / length);
            (terms[i], written[i]) = (new Member.Term(_ids[i], weight, tally.Name, tally.Headline, tally.Lead), tally.Written);
        }

        _tallies.Clear();
        return (terms, written);
    }

    // The smallest hashes of all runs of five words stand for the text: two copies have nearly the same ones.
    private ulong[] Sketch(int headline)
    {
        Span<ulong> smallest = stackalloc ulong[SketchSize];
        var kept = 0;
        var first = 0;
        while (first < _words.Count && _words[first].Span.Start < headline)
            first++;
        for (var i = first == _words.Count ? 0 : first; i + ShingleWords <= _words.Count && i < SketchWords; i++)
        {
            var hash = 14695981039346656037UL;
            for (var word = i; word < i + ShingleWords; word++)
            {
                foreach (var c in _words[word].Folded)
                    hash = (hash ^ c) * 1099511628211UL;
                hash = (hash ^ ' ') * 1099511628211UL;
            }

            // FNV's high bits are weak on short input; this mixes them before the smallest are taken.
            hash ^= hash >> 32;
            hash *= 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 29;
            Keep(smallest, ref kept, hash);
        }

        return kept < MinimumShingles ? [] : smallest[..kept].ToArray();
    }

    // Puts a number among the smallest so far, in order, unless it is there already.
    private static void Keep(Span<ulong> smallest, ref int kept, ulong number)
    {
        if (kept == smallest.Length && number >= smallest[^1])
            return;
        var at = kept;
        while (at > 0 && smallest[at - 1] > number)
            at--;
        if (at > 0 && smallest[at - 1] == number)
            return;
        kept = Math.Min(kept + 1, smallest.Length);
        smallest[at..(kept - 1)].CopyTo(smallest[(at + 1)..]);
        smallest[at] = number;
    }

    private readonly record struct Standing(double Weight, bool Headline, bool Lead);

    private readonly record struct Tally(KnownTerm Term, double Count, bool Name, bool Headline, bool Lead, TextSpan Written);
}
