namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>What speaks for and against an article, or a story, being of a story, as numbers.</summary>
internal sealed class Evidence(Vocabulary vocabulary)
{
    public const int Words = 0;
    public const int Names = 1;
    public const int Numbers = 2;
    public const int Dates = 3;
    public const int Countries = 4;
    public const int Sounds = 5;
    private const int Groups = 5;

    // The newest tellings of a story that are compared one by one: enough to see how like each other they are.
    private const int Compared = 12;

    // Of a story's tellings: those that make a term its core, make it its own, and are no more than strays.
    private const double CoreShare = 0.5;
    private const double OwnShare = 0.6;
    private const double StrayShare = 0.1;

    /// <summary>In the order of the numbers <see cref="Weigh(FoldedStory)"/> gives; what each is: docs/decisions/0017-folding.md.</summary>
    public static readonly string[] Features =
    [
        "cos", "cosWords", "cosNumbers", "cosLead", "cosRoot", "maxMember", "topMembers", "meanMember",
        "inStoryWords", "inStoryNumbers", "ofCoreWords", "ofCoreNumbers", "rarestName", "sharedMass", "jaccWords",
        "leadNamesIn", "coreLeadNamesIn", "topNameIn", "noNames", "noCoreNames",
        "coreNames", "coreWords", "ownNames", "leastNames", "leastWords", "exclusiveOwn", "exclusiveBoth", "exclusiveSized",
        "gapKnown", "gap", "yearConflict", "dayAgree", "dayConflict", "countryConflict",
        "logSize", "logTerms", "ownSize", "cohesion", "relativeNames", "grown", "ownCohesion",
        "brevity", "ahead", "aheadMember", "headlines", "noHeadline",
    ];

    /// <summary>What a parting has beside these.</summary>
    public static readonly string[] PartFeatures = [.. Features, "within", "between", "separation", "balance"];

    private static readonly int Cos = Array.IndexOf(Features, "cos");
    private static readonly int MaxMember = Array.IndexOf(Features, "maxMember");
    private static readonly int Brevity = Array.IndexOf(Features, "brevity");
    private static readonly int Ahead = Array.IndexOf(Features, "ahead");
    private static readonly int AheadMember = Array.IndexOf(Features, "aheadMember");

    // Terms below which what is weighed is a headline or little more lie at half of this scale: about 30.
    private const double Headlines = 0.5;

    // Keeps two faint likenesses from looking far apart.
    private const double Faint = 0.03;

    private readonly double[] _own = new double[Groups];
    private readonly double[] _dot = new double[Groups];
    private readonly double[] _square = new double[Groups];
    private readonly double[] _in = new double[Groups];
    private readonly double[] _core = new double[Groups];
    private readonly double[] _ofCore = new double[Groups];
    private readonly List<(int Id, double Mine, double Lead, double Share)> _terms = [];
    private readonly List<int> _days = [];
    private float[] _mine = new float[1024];
    private float[] _share = new float[1024];
    private float[] _head = new float[1024];
    private readonly Top _topNames = new(5, vocabulary);
    private readonly Top _topWords = new(10, vocabulary);
    private readonly Top _ownTopNames = new(5, vocabulary);
    private readonly Top _ownTopWords = new(10, vocabulary);
    private readonly double[] _scores = new double[Compared];
    private Sums _sums;
    private double _ownLead;
    private double _leadNames;
    private double _all;
    private double _size;
    private double _length;
    private double _headline;
    private double _ownCohesion;
    private int _topName;

    public void Begin(Member article)
    {
        Clear();
        foreach (var term in article.Terms)
            _terms.Add((term.Id, term.Weight / 10_000.0, term.InLead ? 1 : 0, 1));
        if (article.Day is { } day)
            _days.Add(day);
        (_size, _length) = (1, article.Terms.Length);
        Weigh();
        Head([article]);
    }

    /// <summary>The mean of a story's tellings takes the place of an article.</summary>
    public void Begin(FoldedStory story)
    {
        Clear();
        for (var i = 0; i < story.Length; i++)
            _terms.Add((story.TermAt(i), story.SumAt(i) / (story.Articles * 10_000.0), (double)story.LeadsAt(i) / story.Articles, (double)story.DocumentsAt(i) / story.Articles));
        for (var at = Math.Max(0, story.Members.Count - Compared); at < story.Members.Count; at++)
        {
            if (story.Members[at].Day is { } day)
                _days.Add(day);
        }

        (_size, _length) = (story.Articles, story.Members.Average(m => m.Terms.Length));
        Weigh();
        Head(story.Members);
        Array.Copy(_own, _square, Groups);
        _ownCohesion = story.Articles > 1 ? Members(story).Cohesion : 0;
    }

    private void Clear()
    {
        foreach (var (id, _, _, _) in _terms)
            (_mine[id], _share[id], _head[id]) = (0, 0, 0);
        _terms.Clear();
        _days.Clear();
    }

    private void Weigh()
    {
        Array.Clear(_own);
        (_ownLead, _leadNames, _all, _topName, _ownCohesion) = (0, 0, 0, -1, 0);
        _ownTopNames.Clear();
        _ownTopWords.Clear();
        foreach (var (id, weight, lead, share) in _terms)
        {
            if (id >= _mine.Length)
            {
                Array.Resize(ref _mine, Math.Max(_mine.Length * 2, id + 1));
                Array.Resize(ref _share, _mine.Length);
                Array.Resize(ref _head, _mine.Length);
            }

            var (rarity, group) = vocabulary.Read(id);
            if (group == Sounds)
                continue;
            var mine = rarity * weight;
            _mine[id] = (float)mine;
            _share[id] = (float)share;
            if (group == Names)
                _ownTopNames.Add(id, mine);
            else if (group == Words)
                _ownTopWords.Add(id, mine);
            _own[group] += mine * mine;
            _all += mine * mine;
            _ownLead += rarity * rarity * lead * lead;
            if (group == Names)
                _leadNames += lead * mine * mine;
        }

        _topName = _ownTopNames.Count > 0 ? _ownTopNames[0].Id : -1;
    }

    // The terms of the headline, or of the newest headlines.
    private void Head(List<Member> members)
    {
        var (from, square) = (Math.Max(0, members.Count - Compared), 0.0);
        for (var at = from; at < members.Count; at++)
        {
            foreach (var term in members[at].Terms)
            {
                if (term.InHeadline && _mine[term.Id] > 0)
                    _head[term.Id] += (float)(vocabulary.Weight(term.Id) / (members.Count - from));
            }
        }

        foreach (var (id, _, _, _) in _terms)
            square += _head[id] * _head[id];
        _headline = Math.Sqrt(square);
    }

    /// <summary>The evidence for what was begun with being of a story.</summary>
    public double[] Weigh(FoldedStory story)
    {
        Array.Clear(_dot);
        Array.Clear(_square);
        Array.Clear(_in);
        Array.Clear(_core);
        Array.Clear(_ofCore);
        _topNames.Clear();
        _topWords.Clear();
        _sums = default;
        for (var i = 0; i < story.Length; i++)
            AddTheirs(story, i);
        var place = 0;
        foreach (var (id, _, lead, share) in _terms)
            AddOwn(story, id, lead, share, ref place);
        return Numbered(story);
    }

    /// <summary>Whether what was weighed are headlines or little more: they share other things than articles do.</summary>
    public static bool IsBrief(double[] evidence) => evidence[Brevity] > Headlines;

    /// <summary>How far each stands ahead of the best other one: what is like one story alone tells more than what is like many.</summary>
    public static void Compare(IReadOnlyList<double[]> all)
    {
        foreach (var one in all)
        {
            var (cos, member) = (0.0, 0.0);
            foreach (var other in all)
            {
                if (other != one)
                    (cos, member) = (Math.Max(cos, other[Cos]), Math.Max(member, other[MaxMember]));
            }

            one[Ahead] = Math.Log((one[Cos] + Faint) / (cos + Faint));
            one[AheadMember] = Math.Log((one[MaxMember] + Faint) / (member + Faint));
        }
    }

    private void AddTheirs(FoldedStory story, int at)
    {
        var id = story.TermAt(at);
        var (rarity, group) = vocabulary.Read(id);
        if (group == Sounds)
            return;
        double n = story.Articles;
        var theirs = rarity * story.SumAt(at) / (n * 10_000);
        var (docs, leads, square) = (story.DocumentsAt(at) / n, story.LeadsAt(at) / n, theirs * theirs);
        _square[group] += square;
        _sums.LeadSquare += rarity * leads * rarity * leads;
        if (docs >= CoreShare)
            _core[group] += square;
        if (group == Names)
        {
            _topNames.Add(id, theirs);
            _sums.CoreLead += leads >= CoreShare ? square : 0;
        }

        var share = id < _share.Length ? (double)_share[id] : 0;
        if (group == Words)
        {
            _topWords.Add(id, theirs);
            _sums.BothWords += rarity * Math.Min(docs, share);
            _sums.AnyWords += rarity * Math.Max(docs, share);
        }

        if (group == Names && docs >= OwnShare)
        {
            _sums.Exclusive += share <= StrayShare ? rarity : 0;
            _sums.ExclusiveOf += rarity;
        }

        var mine = id < _mine.Length ? (double)_mine[id] : 0;
        if (mine == 0)
            return;
        _dot[group] += mine * theirs;
        _in[group] += mine * mine * docs;
        _ofCore[group] += docs >= CoreShare ? square : 0;
        _sums.Most = Math.Max(_sums.Most, mine * theirs);
        _sums.Shared += rarity * docs;
        if (group != Names)
            return;
        _sums.Rarest = Math.Max(_sums.Rarest, rarity * docs);
        _sums.CoreLeadIn += leads >= CoreShare ? square : 0;
        _sums.TopIn = id == _topName ? docs : _sums.TopIn;
    }

    private void AddOwn(FoldedStory story, int id, double lead, double share, ref int at)
    {
        var (rarity, group) = vocabulary.Read(id);
        if (group == Sounds)
            return;
        var has = story.Has(id, ref at);
        var docs = has ? (double)story.DocumentsAt(at) / story.Articles : 0;
        if (group == Names && (_size > 1 ? share >= OwnShare : lead > 0))
        {
            _sums.OwnExclusive += docs <= StrayShare ? rarity : 0;
            _sums.OwnExclusiveOf += rarity;
        }

        if (!has)
        {
            _sums.AnyWords += group == Words ? rarity * share : 0;
            return;
        }

        _sums.LeadDot += rarity * rarity * lead * story.LeadsAt(at) / story.Articles;
        if (group == Names)
            _sums.LeadIn += lead * _mine[id] * _mine[id] * docs;
    }

    private double[] Numbered(FoldedStory story)
    {
        double n = story.Articles;
        var (coreNames, coreWords, ownNames, ownWords) = (OfCore(story, _topNames), OfCore(story, _topWords), OfOwn(story, _ownTopNames), OfOwn(story, _ownTopWords));
        var ownApart = Ratio(_sums.OwnExclusive, _sums.OwnExclusiveOf);
        var apart = Math.Min(Ratio(_sums.Exclusive, _sums.ExclusiveOf), ownApart);
        var members = Members(story);
        var dot = _dot.Sum();
        var cos = Ratio(Math.Min(dot, 2 * (dot - _sums.Most)), Math.Sqrt(_square.Sum() * _all));
        var (gap, years, days) = (Gap(story), DatesOf(story, true), DatesOf(story, false));
        var grown = 1 - (1 / n);
        var brevity = Math.Clamp(1.75 - (Math.Log2(1 + _length) / 4), 0, 1);
        var (rarest, shared) = (_sums.Rarest / 10, Math.Log(1 + _sums.Shared));
        return
        [
            cos, Cosine(Words), Cosine(Numbers), Ratio(_sums.LeadDot, Math.Sqrt(_ownLead * _sums.LeadSquare)), Math.Sqrt(Math.Max(0, cos)), members.Best, members.Top, members.Mean,
            Ratio(_in[Words], _own[Words]), Ratio(_in[Numbers], _own[Numbers]), Ratio(_ofCore[Words], _core[Words]), Ratio(_ofCore[Numbers], _core[Numbers]),
            rarest, shared, Ratio(_sums.BothWords, _sums.AnyWords),
            Ratio(_sums.LeadIn, _leadNames), Ratio(_sums.CoreLeadIn, _sums.CoreLead), _sums.TopIn, _own[Names] == 0 ? 1 : 0, _core[Names] == 0 ? 1 : 0,
            coreNames, coreWords, ownNames, Math.Min(coreNames, ownNames), Math.Min(coreWords, ownWords), ownApart, apart, apart * Math.Log2(1 + n),
            gap is null ? 0 : 1, gap is { } g ? Math.Log2(1 + g) : 0, years.Conflict, days.Agree, days.Conflict,
            _own[Countries] > 0 && _square[Countries] > 0 && _dot[Countries] == 0 ? 1 : 0,
            Math.Log2(1 + n), Math.Log2(1 + _terms.Count), Math.Log2(_size), grown * members.Cohesion, grown * RelativeNames(n, members.Names), grown, _ownCohesion,
            brevity, 0, 0, members.Headline, _headline == 0 ? 1 : 0,
        ];
    }

    // How near the names stand to the story's, measured by how near its tellings' names stand to each other.
    private double RelativeNames(double n, double names)
    {
        if (n <= 1)
            return 0;
        var cohesion = Math.Max(0, Ratio((n * n * _square[Names]) - names, n * (n - 1)) / Math.Max(1e-9, names / n));
        return Math.Log((Ratio(_dot[Names], Math.Sqrt(_own[Names] * names / n)) + 0.1) / (cohesion + 0.1));
    }

    // How well the names or words a story is about fit what is told here: of each, the log of its share in the story, or of what is left.
    private double OfCore(FoldedStory story, Top top)
    {
        var (sum, all) = (0.0, 0.0);
        double n = story.Articles;
        for (var i = 0; i < top.Count; i++)
        {
            var (id, weight) = top[i];
            var docs = story.DocumentsAt(story.Find(id));
            var share = id < _share.Length ? (double)_share[id] : 0;
            var value = (share * Math.Log((docs + 0.5) / (n + 1) / 0.05)) + ((1 - share) * Math.Log((n - docs + 0.5) / (n + 1)));
            sum += weight * weight * value;
            all += weight * weight;
        }

        return Ratio(sum, all);
    }

    private double OfOwn(FoldedStory story, Top top)
    {
        var (sum, all) = (0.0, 0.0);
        double n = story.Articles;
        for (var i = 0; i < top.Count; i++)
        {
            var (id, weight) = top[i];
            var at = story.Find(id);
            var docs = at < 0 ? 0 : story.DocumentsAt(at);
            sum += weight * weight * Math.Log((docs + 0.5) / (n + 1));
            all += weight * weight;
        }

        return Ratio(sum, all);
    }

    private double Cosine(int group) => Ratio(_dot[group], Math.Sqrt(_square[group] * _own[group]));

    private static double Ratio(double a, double b) => b <= 0 ? 0 : a / b;

    private (double Best, double Top, double Mean, double Cohesion, double Names, double Headline) Members(FoldedStory story)
    {
        var (count, all, names, headline) = (0, 0.0, 0.0, 0.0);
        var first = Math.Max(0, story.Members.Count - Compared);
        for (var at = first; at < story.Members.Count; at++)
        {
            var member = story.Members[at];
            var (dot, square, most, heads, headSquare) = (0.0, 0.0, 0.0, 0.0, 0.0);
            foreach (var term in member.Terms)
            {
                var (id, weight) = (term.Id, term.Weight);
                var (rarity, group) = vocabulary.Read(id);
                if (group == Sounds)
                    continue;
                var theirs = rarity * weight / 10_000;
                square += theirs * theirs;
                if (group == Names)
                    names += theirs * theirs;
                var shared = id < _mine.Length ? theirs * _mine[id] : 0;
                dot += shared;
                most = Math.Max(most, shared);
                if (!term.InHeadline)
                    continue;
                headSquare += rarity * rarity;
                heads += id < _head.Length ? rarity * _head[id] : 0;
            }

            all += square;
            headline = Math.Max(headline, Ratio(heads, Math.Sqrt(headSquare) * _headline));
            _scores[count++] = Ratio(Math.Min(dot, 2 * (dot - most)), Math.Sqrt(square * _all));
        }

        var scores = _scores.AsSpan(0, count);
        scores.Sort();
        var best = scores[^1];
        var take = Math.Min(3, count);
        var (top, mean) = (0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            mean += scores[i];
            if (i >= count - take)
                top += scores[i];
        }

        double n = story.Articles;
        (all, names) = (all * n / count, names * n / count);
        var sum = _square.Sum();
        var cohesion = n > 1 ? Math.Max(0, ((n * n * sum) - all) / (n * (n - 1)) / (all / n)) : 0;
        return (best, top / take, mean / count, cohesion, names, headline);
    }

    private double? Gap(FoldedStory story)
    {
        double? least = null;
        foreach (var day in _days)
        {
            for (var at = Math.Max(0, story.Members.Count - Compared); at < story.Members.Count; at++)
            {
                if (story.Members[at].Day is { } other && (least is null || Math.Abs(day - other) < least))
                    least = Math.Abs(day - other);
            }
        }

        return least;
    }

    // Years, or days of the year, that both name; a conflict where both name some and none of them are the same.
    private (double Agree, double Conflict) DatesOf(FoldedStory story, bool years)
    {
        var (own, agree) = (false, 0.0);
        foreach (var (id, _, _, _) in _terms)
        {
            if (vocabulary.KindOf(id) != TermKind.Date || vocabulary.TextOf(id).Contains('-', StringComparison.Ordinal) == years)
                continue;
            own = true;
            var at = story.Find(id);
            if (at >= 0)
                agree = Math.Max(agree, (double)story.DocumentsAt(at) / story.Articles);
        }

        if (!own || agree > 0)
            return (agree, 0);
        for (var i = 0; i < story.Length; i++)
        {
            var id = story.TermAt(i);
            if (vocabulary.KindOf(id) == TermKind.Date && vocabulary.TextOf(id).Contains('-', StringComparison.Ordinal) != years)
                return (0, 1);
        }

        return (0, 0);
    }

    // The heaviest terms; of equally heavy ones the first by text, because ids depend on the way into memory.
    private sealed class Top(int most, Vocabulary vocabulary)
    {
        private readonly (int Id, double Weight)[] _best = new (int, double)[most];

        public int Count { get; private set; }

        public (int Id, double Weight) this[int at] => _best[at];

        public void Clear() => Count = 0;

        public void Add(int id, double weight)
        {
            if (Count == most && !IsBefore(id, weight, _best[most - 1]))
                return;
            var at = Count < most ? Count++ : most - 1;
            for (; at > 0 && IsBefore(id, weight, _best[at - 1]); at--)
                _best[at] = _best[at - 1];
            _best[at] = (id, weight);
        }

        private bool IsBefore(int id, double weight, (int Id, double Weight) other) =>
            Math.Abs(weight - other.Weight) > 1e-9 ? weight > other.Weight : string.CompareOrdinal(vocabulary.TextOf(id), vocabulary.TextOf(other.Id)) < 0;
    }

    // What the terms of a story and of what is weighed add up to.
    private struct Sums
    {
        public double Most;
        public double Rarest;
        public double Shared;
        public double LeadIn;
        public double LeadDot;
        public double LeadSquare;
        public double CoreLead;
        public double CoreLeadIn;
        public double TopIn;
        public double BothWords;
        public double AnyWords;
        public double Exclusive;
        public double ExclusiveOf;
        public double OwnExclusive;
        public double OwnExclusiveOf;
    }
}
