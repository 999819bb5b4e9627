namespace GlobeEcho.Newsroom.Markets;

/// <summary>
/// Chooses, for every instrument traded live, whose price stands on the board: the first maker's, and another's only while
/// the first is silent. A change of maker is a change of the whole quote; nothing of two makers is mixed. Not thread-safe; it
/// knows no clock and is told every moment.
/// </summary>
public sealed class SourceSwitch
{
    /// <summary>How long a maker is waited for before another takes its place.</summary>
    public static readonly TimeSpan Patience = Freshness.LiveSilence;

    /// <summary>How long a better maker must be well before it takes its place back.</summary>
    public static readonly TimeSpan Proof = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, DateTimeOffset> _heard = [];
    private readonly Dictionary<InstrumentId, Choice> _choices = [];

    /// <param name="makers">The best first, each with what it prices.</param>
    public SourceSwitch(IEnumerable<(string Maker, IReadOnlyList<InstrumentId> Instruments)> makers, DateTimeOffset now)
    {
        foreach (var (maker, instruments) in makers)
        {
            foreach (var instrument in instruments)
            {
                _choices.TryAdd(instrument, new Choice());
                _choices[instrument].Lanes.Add(new Lane(maker, now));
            }
        }
    }

    public void Heard(string maker, DateTimeOffset now) => _heard[maker] = now;

    /// <summary>A price arrived. The quote to put up; null when another maker stands there.</summary>
    public Quote? Take(Quote quote, DateTimeOffset now)
    {
        Heard(quote.Maker, now);
        if (!_choices.TryGetValue(quote.Instrument, out var choice) || choice.Lanes.Find(l => l.Maker == quote.Maker) is not { } lane)
            return null;
        lane.Last = quote;
        lane.UpSince ??= now;
        Choose(choice, now);
        return choice.Current == lane ? quote : null;
    }

    /// <summary>A maker's connection is gone.</summary>
    public void Lost(string maker, DateTimeOffset now)
    {
        foreach (var instrument in _choices.Keys)
            Lost(maker, instrument, now);
    }

    /// <summary>A maker does not price an instrument any more.</summary>
    public void Lost(string maker, InstrumentId instrument, DateTimeOffset now)
    {
        if (!_choices.TryGetValue(instrument, out var choice) || choice.Lanes.Find(l => l.Maker == maker) is not { UpSince: not null } lane)
            return;
        lane.UpSince = null;
        // It went when it was last heard, not when that was noticed.
        lane.DownSince = _heard.GetValueOrDefault(maker, now);
    }

    /// <summary>The quotes of makers that have just taken another's place.</summary>
    public IReadOnlyList<Quote> Tick(DateTimeOffset now)
    {
        var changed = new List<Quote>();
        foreach (var choice in _choices.Values)
        {
            var before = choice.Current;
            Choose(choice, now);
            if (choice.Current != before && choice.Current?.Last is { } quote)
                changed.Add(quote);
        }

        return changed;
    }

    /// <summary>When a maker last had anything to say about an instrument; null when never yet.</summary>
    public DateTimeOffset? HeardOf(string maker, InstrumentId instrument)
    {
        if (!_choices.TryGetValue(instrument, out var choice) || choice.Lanes.Find(l => l.Maker == maker) is not { Last: not null } lane)
            return null;
        return lane.UpSince is null ? lane.DownSince : _heard.GetValueOrDefault(maker, lane.DownSince);
    }

    private static void Choose(Choice choice, DateTimeOffset now)
    {
        var lanes = choice.Lanes;
        if (choice.Current is { } current && !IsDown(current, now))
        {
            choice.Current = lanes.TakeWhile(l => l != current).FirstOrDefault(l => l.UpSince is { } since && now - since >= Proof) ?? current;
            return;
        }

        // The first one that is there; but nobody goes up before a better one has had its time.
        if (lanes.FirstOrDefault(l => l.UpSince is not null) is { } up && lanes.TakeWhile(l => l != up).All(l => IsDown(l, now)))
            choice.Current = up;
    }

    private static bool IsDown(Lane lane, DateTimeOffset now) => lane.UpSince is null && now - lane.DownSince > Patience;

    private sealed class Choice
    {
        public List<Lane> Lanes { get; } = [];

        public Lane? Current { get; set; }
    }

    private sealed class Lane(string maker, DateTimeOffset now)
    {
        public string Maker { get; } = maker;

        /// <summary>Null while the maker is not pricing the instrument.</summary>
        public DateTimeOffset? UpSince { get; set; }

        public DateTimeOffset DownSince { get; set; } = now;

        public Quote? Last { get; set; }
    }
}
