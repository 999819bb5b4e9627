using System.Buffers;

namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>A story in the folding's memory: the sum of its tellings' terms, in order of their ids.</summary>
internal sealed class FoldedStory(long id)
{
    private Entry[] _entries = [];

    public long Id { get; } = id;

    public int Length { get; private set; }

    /// <summary>Tellings in memory: the newest, so that a story's size does not grow with its life.</summary>
    public int Articles { get; private set; }

    /// <summary>All tellings since the story came into memory.</summary>
    public int Told { get; private set; }

    /// <summary>Milliseconds since 1970 of the newest telling; null while no telling has a time.</summary>
    public long? Last { get; private set; }

    /// <summary>Left memory or was taken up by another story.</summary>
    public bool Gone { get; set; }

    /// <summary>A first guess at how near the article being folded stands; 0 between articles.</summary>
    public double Guess { get; set; }

    /// <summary>In order of publishing, the same however they came into memory.</summary>
    public List<Member> Members { get; } = [];

    public int TermAt(int at) => _entries[at].Term;

    public int SumAt(int at) => _entries[at].Sum;

    public int DocumentsAt(int at) => _entries[at].Uses.Documents;

    public int TellingAt(int at) => _entries[at].Uses.Telling;

    public int NamesAt(int at) => _entries[at].Uses.Names;

    public int LeadsAt(int at) => _entries[at].Uses.Leads;

    public bool Speaks(string? language)
    {
        if (language is null)
            return true;
        foreach (var member in Members)
        {
            if (member.Language is null || member.Language == language)
                return true;
        }

        return false;
    }

    /// <summary>Where a term stands; below 0 when the story does not have it.</summary>
    public int Find(int term)
    {
        var at = 0;
        return Has(term, ref at) ? at : -1;
    }

    /// <summary>
    /// Whether the story has a term. Moves a place, 0 at first, to the term or to the first one behind it: quicker than finding each from the start
    /// when terms are asked for in order of their ids.
    /// </summary>
    public bool Has(int term, ref int at)
    {
        var entries = _entries.AsSpan(0, Length);
        var step = 1;
        for (; at + step <= entries.Length && entries[at + step - 1].Term < term; step *= 2)
            at += step;
        var end = Math.Min(at + step, entries.Length);
        while (at < end)
        {
            var middle = (at + end) / 2;
            if (entries[middle].Term < term)
                at = middle + 1;
            else
                end = middle;
        }

        return at < entries.Length && entries[at].Term == term;
    }

    /// <summary>A story outside of memory, to be weighed only.</summary>
    public static FoldedStory Of(IEnumerable<Member> members)
    {
        var story = new FoldedStory(0);
        foreach (var member in members)
            story.Add(member, null);
        return story;
    }

    /// <summary>Adds a telling; terms new to the story are entered in the vocabulary.</summary>
    public void Add(Member member, Vocabulary? vocabulary)
    {
        var terms = member.Terms;
        var entries = ArrayPool<Entry>.Shared.Rent(terms.Length);
        for (var i = 0; i < terms.Length; i++)
            entries[i] = new Entry(terms[i].Id, terms[i].Weight, Uses.Of(terms[i], member.CapitalsTell));
        Blend(entries.AsSpan(0, terms.Length), vocabulary);
        ArrayPool<Entry>.Shared.Return(entries);
        Articles++;
        Told++;
        Insert(member);
        Last = Newer(Last, member.Published);
    }

    /// <summary>Takes up another story whole.</summary>
    public void Add(FoldedStory other, Vocabulary vocabulary)
    {
        Blend(other._entries.AsSpan(0, other.Length), vocabulary);
        other.Leave(vocabulary);
        Articles += other.Articles;
        Told += other.Told;
        other.Members.ForEach(Insert);
        Last = Newer(Last, other.Last);
    }

    /// <summary>Lets the oldest telling go.</summary>
    public Member RemoveOldest(Vocabulary vocabulary)
    {
        var oldest = Members[0];
        Members.RemoveAt(0);
        Articles--;
        vocabulary.Uncount(oldest);
        var place = 0;
        foreach (var term in oldest.Terms)
        {
            Has(term.Id, ref place);
            var entry = _entries[place];
            _entries[place] = entry with { Sum = entry.Sum - term.Weight, Uses = entry.Uses.Without(Uses.Of(term, oldest.CapitalsTell)) };
        }

        var kept = 0;
        for (var at = 0; at < Length; at++)
        {
            if (_entries[at].Uses.Documents == 0)
                vocabulary.Leave(_entries[at].Term, this);
            else
                _entries[kept++] = _entries[at];
        }

        Length = kept;
        return oldest;
    }

    /// <summary>Takes the story out of the vocabulary; its articles stay counted.</summary>
    public void Leave(Vocabulary vocabulary)
    {
        Gone = true;
        for (var i = 0; i < Length; i++)
            vocabulary.Leave(_entries[i].Term);
    }

    private void Insert(Member member)
    {
        var at = Members.Count;
        while (at > 0 && ((Members[at - 1].Published ?? 0), Members[at - 1].Key).CompareTo(((member.Published ?? 0), member.Key)) > 0)
            at--;
        Members.Insert(at, member);
    }

    private static long? Newer(long? a, long? b) => a is null ? b : b is null || a >= b ? a : b;

    // Merges from the end, in place: most terms of a large story stay where they are.
    private void Blend(ReadOnlySpan<Entry> added, Vocabulary? vocabulary)
    {
        var (fresh, place) = (0, 0);
        foreach (ref readonly var entry in added)
        {
            if (Has(entry.Term, ref place))
                continue;
            fresh++;
            vocabulary?.Enter(entry.Term, this);
        }

        var (mine, theirs, length) = (Length - 1, added.Length - 1, Length + fresh);
        // A story of one telling takes no more room than it needs; most stay so.
        if (length > _entries.Length)
            Array.Resize(ref _entries, Length == 0 ? length : length + (length / 4));
        for (var at = length - 1; theirs >= 0; at--)
        {
            if (mine >= 0 && _entries[mine].Term > added[theirs].Term)
                _entries[at] = _entries[mine--];
            else if (mine >= 0 && _entries[mine].Term == added[theirs].Term)
                _entries[at] = _entries[mine--].And(added[theirs--]);
            else
                _entries[at] = added[theirs--];
        }

        Length = length;
    }

    private readonly record struct Entry(int Term, int Sum, Uses Uses)
    {
        public Entry And(Entry other) => new(Term, Sum + other.Sum, Uses.And(other.Uses));
    }

    /// <summary>How many tellings hold a term, how many of these can tell a name by its capital, and how many show the term as a name.</summary>
    private readonly record struct Uses(ushort Documents, ushort Telling, ushort Names, ushort Leads)
    {
        public static Uses Of(Member.Term term, bool capitalsTell) => Sum(1, capitalsTell ? 1 : 0, capitalsTell && term.IsName ? 1 : 0, term.InLead ? 1 : 0);

        public Uses Without(Uses other) => Sum(Documents - other.Documents, Telling - other.Telling, Names - other.Names, Leads - other.Leads);

        public Uses And(Uses other) => Sum(Documents + other.Documents, Telling + other.Telling, Names + other.Names, Leads + other.Leads);

        private static Uses Sum(int documents, int telling, int names, int leads) => new((ushort)documents, (ushort)telling, (ushort)names, (ushort)leads);
    }
}
