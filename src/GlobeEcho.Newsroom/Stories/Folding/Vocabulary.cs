namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>
/// The terms of the stories in memory: how many articles hold each, and which stories. Everything here follows from the set of articles in
/// memory alone, not from the order they came in, so that memory rebuilt from the archive decides as the old one would have.
/// </summary>
internal sealed class Vocabulary(FoldWeights weights)
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Stack<int> _free = new();
    private Term[] _terms = new Term[1024];
    private Tell[] _tells = new Tell[1024];
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
            {
                Array.Resize(ref _terms, _used * 2);
                Array.Resize(ref _tells, _used * 2);
            }

            id = _used++;
        }

        _terms[id] = new Term { Text = text, Kind = kind, Share = kind == TermKind.Word ? WordShares.Of(text) : 0, Stories = [] };
        Judge(id);
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

            Judge(term.Id);
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
            Judge(id);
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
            Judge(term.Id);
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
        ref var tell = ref _tells[id];
        return tell.Factor * Math.Max(0, _all - tell.Common);
    }

    /// <summary>How much a term tells, and its group; the two together, because both are asked for at once very often.</summary>
    public (double Weight, int Group) Read(int id)
    {
        ref var tell = ref _tells[id];
        return (tell.Factor * Math.Max(0, _all - tell.Common), tell.Group);
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

    // What a term's counts say of it, kept beside them: it is asked far more often than it changes.
    private void Judge(int id)
    {
        ref var term = ref _terms[id];
        var (share, factor, group) = term.Kind switch
        {
            TermKind.Number or TermKind.Amount => (weights.NumberShare, weights.Number, Evidence.Numbers),
            TermKind.Date => (weights.NumberShare, weights.Number, Evidence.Dates),
            TermKind.Country => (weights.CountryShare, weights.Country, Evidence.Countries),
            TermKind.Sound => (weights.NameShare, 1, Evidence.Sounds),
            _ when IsName(in term) => (term.Share > 0 ? Math.Min(term.Share, weights.MostNameShare) : weights.NameShare, weights.Name, Evidence.Names),
            _ => (term.Share > 0 ? term.Share : weights.WordShare, 1, Evidence.Words),
        };
        _tells[id] = new Tell(Math.Log(term.Documents + (weights.Prior * share)), (float)factor, group);
    }

    private struct Term
    {
        public string Text;
        public TermKind Kind;

        // Of articles at large, those that hold the word; 0 where it is not known.
        public float Share;
        public int Documents;
        public int Telling;
        public int Names;
        public int Live;
        public List<FoldedStory> Stories;
    }

    private readonly record struct Tell(double Common, float Factor, int Group);
}
