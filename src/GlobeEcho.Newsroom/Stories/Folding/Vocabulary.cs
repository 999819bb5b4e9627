namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>
/// The terms of the stories in memory: how many articles hold each, and which stories. Everything here follows from the set of articles in
/// memory alone, not from the order they came in, so that memory rebuilt from the archive decides as the old one would have.
/// </summary>
internal sealed class Vocabulary(FoldWeights weights)
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Stack<int> _free = new();
    private readonly double[][] _commonness = [[], [], []];
    private Term[] _terms = new Term[1024];
    private int _used;

    private double _all = Math.Log(weights.Prior);

    public int Articles { get; private set; }

    public int Size => _ids.Count;

    /// <summary>The id of a term that was met before; mostly the one it had then.</summary>
    public int IdOf(KnownTerm term) => term.Id = _terms[term.Id].Text == term.Text ? term.Id : IdOf(term.Text, term.Kind);

    public int IdOf(string text, TermKind kind)
    {
        if (_ids.TryGetValue(text, out var id))
            return id;
        if (!_free.TryPop(out id))
        {
            if (_used == _terms.Length)
                Array.Resize(ref _terms, _used * 2);
            id = _used++;
        }

        _terms[id] = new Term { Text = text, Kind = kind, Short = kind == TermKind.Word && text.Length <= 5, Stories = [] };
        _ids.Add(text, id);
        return id;
    }

    public string TextOf(int id) => _terms[id].Text;

    public TermKind KindOf(int id) => _terms[id].Kind;

    /// <summary>How many stories in memory hold the term.</summary>
    public int StoriesOf(int id) => _terms[id].Live;

    public List<FoldedStory> Postings(int id) => _terms[id].Stories;

    /// <summary>Counts an article's terms; languages that give every noun a capital say nothing about what is a name.</summary>
    public void Count(ReadOnlySpan<Member.Term> terms, bool capitalsTell)
    {
        Articles++;
        _all = Math.Log(Articles + weights.Prior);
        foreach (var term in terms)
        {
            ref var known = ref _terms[term.Id];
            known.Documents++;
            if (capitalsTell)
            {
                known.Telling++;
                known.Names += term.IsName ? 1 : 0;
            }
        }
    }

    public void Uncount(FoldedStory story)
    {
        Articles -= story.Articles;
        _all = Math.Log(Articles + weights.Prior);
        for (var i = 0; i < story.Length; i++)
        {
            var id = story.TermAt(i);
            ref var known = ref _terms[id];
            known.Documents -= story.DocumentsAt(i);
            known.Telling -= story.TellingAt(i);
            known.Names -= story.NamesAt(i);
            Leave(id, ref known);
        }
    }

    /// <summary>An article that left its story; the story leaves the terms itself.</summary>
    public void Uncount(Member article)
    {
        Articles--;
        _all = Math.Log(Articles + weights.Prior);
        foreach (var term in article.Terms)
        {
            ref var known = ref _terms[term.Id];
            known.Documents--;
            known.Telling -= article.CapitalsTell ? 1 : 0;
            known.Names -= article.CapitalsTell && term.IsName ? 1 : 0;
        }
    }

    /// <summary>A story that lives on without the term.</summary>
    public void Leave(int id, FoldedStory story)
    {
        _terms[id].Stories.Remove(story);
        Leave(id, ref _terms[id]);
    }

    public void Enter(int id, FoldedStory story)
    {
        _terms[id].Live++;
        _terms[id].Stories.Add(story);
    }

    /// <summary>A story that was taken up by another leaves the term; the articles stay counted.</summary>
    public void Leave(int id) => Leave(id, ref _terms[id]);

    /// <summary>How much a term tells: rare terms and names more. The first articles of a stream are weighed as if others stood behind them.</summary>
    public double Weight(int id)
    {
        ref var term = ref _terms[id];
        return term.Kind switch
        {
            TermKind.Number or TermKind.Amount or TermKind.Date => weights.Number * Rarity(1, term.Documents),
            TermKind.Country => weights.Country * Rarity(1, term.Documents),
            TermKind.Sound => Rarity(2, term.Documents),
            _ when IsName(in term) => weights.Name * Rarity(2, term.Documents),
            _ => Rarity(term.Short ? 0 : 1, term.Documents),
        };
    }

    /// <summary>How much a term tells, and its group; the two together, because both are asked for at once very often.</summary>
    public (double Weight, int Group) Read(int id)
    {
        ref var term = ref _terms[id];
        return term.Kind switch
        {
            TermKind.Word => IsName(in term) ? (weights.Name * Rarity(2, term.Documents), Evidence.Names) : (Rarity(term.Short ? 0 : 1, term.Documents), Evidence.Words),
            TermKind.Number or TermKind.Amount => (weights.Number * Rarity(1, term.Documents), Evidence.Numbers),
            TermKind.Date => (weights.Number * Rarity(1, term.Documents), Evidence.Dates),
            TermKind.Country => (weights.Country * Rarity(1, term.Documents), Evidence.Countries),
            _ => (0, Evidence.Sounds),
        };
    }

    /// <summary>Whether a term means the same in every language: a number, a country, or a name as it sounds.</summary>
    public bool IsBridge(int id)
    {
        ref var term = ref _terms[id];
        return term.Kind switch { TermKind.Number or TermKind.Country or TermKind.Date => true, TermKind.Sound => term.Telling > 0, _ => false };
    }

    private static bool IsName(in Term term) => term.Names > 0 && term.Names * 2 >= term.Telling;

    private void Leave(int id, ref Term term)
    {
        term.Live--;
        if (term.Documents == 0)
        {
            _ids.Remove(term.Text);
            term = default;
            _free.Push(id);
        }
        else if (term.Stories.Count > (2 * term.Live) + 8)
        {
            term.Stories.RemoveAll(s => s.Gone);
        }
    }

    private double Rarity(int kind, int documents)
    {
        var known = _commonness[kind];
        if (documents >= known.Length)
            known = _commonness[kind] = Commonness(kind, (documents * 2) + 64);
        return Math.Max(0, _all - known[documents]);
    }

    private double[] Commonness(int kind, int documents)
    {
        var share = kind switch { 0 => weights.ShortWordShare, 1 => weights.LongWordShare, _ => weights.NameShare };
        return [.. Enumerable.Range(0, documents).Select(d => Math.Log(d + (weights.Prior * share)))];
    }

    private struct Term
    {
        public string Text;
        public TermKind Kind;
        public bool Short;
        public int Documents;
        public int Telling;
        public int Names;
        public int Live;
        public List<FoldedStory> Stories;
    }
}
