namespace GlobeEcho.Newsroom.Markets;

/// <summary>How each source is doing. Thread-safe.</summary>
internal sealed class SourceBook
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries;

    public SourceBook(IEnumerable<MarketMaker> makers) => _entries = makers.Select(m => new Entry(m)).ToList();

    public IReadOnlyList<MarketSource> Sources
    {
        get
        {
            lock (_lock)
                return _entries.Select(e => e.ToSource()).ToList();
        }
    }

    public void Heard(string maker, DateTimeOffset now) => With(maker, e => e.LastHeard = now);

    /// <summary>Sets what is wrong with one thing; null when it is right again. Returns whether that is news.</summary>
    public bool Note(string maker, SourceTrouble about, string? trouble)
    {
        var news = false;
        With(maker, e =>
        {
            news = e.Troubles.GetValueOrDefault(about) != trouble;
            if (trouble is null)
                e.Troubles.Remove(about);
            else
                e.Troubles[about] = trouble;
        });
        return news;
    }

    private void With(string maker, Action<Entry> change)
    {
        lock (_lock)
        {
            if (_entries.Find(e => e.Maker.Name == maker) is { } entry)
                change(entry);
        }
    }

    private sealed class Entry(MarketMaker maker)
    {
        public MarketMaker Maker { get; } = maker;

        public DateTimeOffset? LastHeard { get; set; }

        public SortedDictionary<SourceTrouble, string> Troubles { get; } = [];

        public MarketSource ToSource() =>
            new(Maker.Name, Maker.Words, Maker.Address, Maker.Kind, LastHeard, Troubles.Count == 0 ? null : string.Join(' ', Troubles.Values));
    }
}
