namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>A story in the folding's memory: the sum of its tellings' terms, in order of their ids.</summary>
internal sealed class FoldedStory(long id)
{
    private int[] _terms = [];
    private int[] _sums = [];
    private Uses[] _uses = [];

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

    public int TermAt(int at) => _terms[at];

    public int SumAt(int at) => _sums[at];

    public int DocumentsAt(int at) => _uses[at].Documents;

    public int TellingAt(int at) => _uses[at].Telling;

    public int NamesAt(int at) => _uses[at].Names;

    public int LeadsAt(int at) => _uses[at].Leads;

    public bool Speaks(string? language) => language is null || Members.Exists(m => m.Language is null || m.Language == language);

    public int Find(int term) => Array.BinarySearch(_terms, 0, Length, term);

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
        var uses = new Uses[terms.Length];
        for (var i = 0; i < terms.Length; i++)
            uses[i] = Uses.Of(terms[i], member.CapitalsTell);
        Blend(Array.ConvertAll(terms, t => t.Id), Array.ConvertAll(terms, t => t.Weight), uses, terms.Length, vocabulary);
        Articles++;
        Told++;
        Insert(member);
        Last = Newer(Last, member.Published);
    }

    /// <summary>Takes up another story whole.</summary>
    public void Add(FoldedStory other, Vocabulary vocabulary)
    {
        Blend(other._terms, other._sums, other._uses, other.Length, vocabulary);
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
        foreach (var term in oldest.Terms)
        {
            var at = Find(term.Id);
            _sums[at] -= term.Weight;
            _uses[at] = _uses[at].Without(Uses.Of(term, oldest.CapitalsTell));
        }

        var kept = 0;
        for (var at = 0; at < Length; at++)
        {
            if (_uses[at].Documents == 0)
            {
                vocabulary.Leave(_terms[at], this);
                continue;
            }

            (_terms[kept], _sums[kept], _uses[kept]) = (_terms[at], _sums[at], _uses[at]);
            kept++;
        }

        Length = kept;
        return oldest;
    }

    /// <summary>Takes the story out of the vocabulary; its articles stay counted.</summary>
    public void Leave(Vocabulary vocabulary)
    {
        Gone = true;
        for (var i = 0; i < Length; i++)
            vocabulary.Leave(_terms[i]);
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
    private void Blend(int[] terms, int[] sums, Uses[] uses, int count, Vocabulary? vocabulary)
    {
        var fresh = 0;
        for (var i = 0; i < count; i++)
        {
            if (Find(terms[i]) >= 0)
                continue;
            fresh++;
            vocabulary?.Enter(terms[i], this);
        }

        var (mine, theirs, length) = (Length - 1, count - 1, Length + fresh);
        Grow(length);
        for (var at = length - 1; theirs >= 0; at--)
        {
            if (mine >= 0 && _terms[mine] > terms[theirs])
            {
                (_terms[at], _sums[at], _uses[at]) = (_terms[mine], _sums[mine], _uses[mine]);
                mine--;
                continue;
            }

            var both = mine >= 0 && _terms[mine] == terms[theirs];
            (_sums[at], _uses[at]) = both ? (_sums[mine] + sums[theirs], _uses[mine].And(uses[theirs])) : (sums[theirs], uses[theirs]);
            _terms[at] = terms[theirs];
            mine -= both ? 1 : 0;
            theirs--;
        }

        Length = length;
    }

    // A story of one telling takes no more room than it needs; most stay so.
    private void Grow(int length)
    {
        if (length <= _terms.Length)
            return;
        var room = Length == 0 ? length : length + (length / 4);
        Array.Resize(ref _terms, room);
        Array.Resize(ref _sums, room);
        Array.Resize(ref _uses, room);
    }

    /// <summary>How many tellings hold a term, how many of these can tell a name by its capital, and how many show the term as a name.</summary>
    private readonly record struct Uses(int Documents, int Telling, int Names, int Leads)
    {
        public static Uses Of(Member.Term term, bool capitalsTell) => new(1, capitalsTell ? 1 : 0, capitalsTell && term.IsName ? 1 : 0, term.InLead ? 1 : 0);

        public Uses Without(Uses other) => new(Documents - other.Documents, Telling - other.Telling, Names - other.Names, Leads - other.Leads);

        public Uses And(Uses other) => new(Documents + other.Documents, Telling + other.Telling, Names + other.Names, Leads + other.Leads);
    }
}
