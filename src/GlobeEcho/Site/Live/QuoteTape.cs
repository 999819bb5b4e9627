using System.Globalization;
using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.Live;

/// <summary>
/// What goes out to everybody, in sequence: the last frames, and a snapshot of where they lead. Thread-safe. It moves only when it
/// is told to, and then any number of changes of a quote since the last move are one.
/// </summary>
public sealed class QuoteTape(LiveQuotes quotes, PaperTime time)
{
    /// <summary>How many frames are kept for readers who come back: 16 s of a busy market.</summary>
    public const int Kept = 64;

    private readonly Lock _moving = new();
    private readonly string _name = Guid.NewGuid().ToString("N")[..8];
    private readonly Dictionary<InstrumentId, PrintedQuote> _printed = [];
    private readonly QuoteFrame?[] _ring = new QuoteFrame?[Kept];
    private QuoteFrame? _snapshot;
    private long _seen;
    private long _sequence;

    public long Sequence => Volatile.Read(ref _sequence);

    /// <summary>
    /// Takes what was put up on the board since the last move; with <paramref name="all"/>, prints every quote again, because time alone
    /// changes a state. Null when nothing reads differently.
    /// </summary>
    public QuoteFrame? Move(bool all)
    {
        lock (_moving)
        {
            // The count first: what is put up in between is taken twice rather than never.
            var count = quotes.Board.Count;
            var now = time.Now;
            var changes = new List<(PrintedQuote? Before, PrintedQuote Now)>();
            foreach (var posted in quotes.Board.Since(all ? 0 : _seen))
            {
                var printed = Print(posted.Quote, now);
                var before = _printed.GetValueOrDefault(printed.Instrument);
                if (before == printed)
                    continue;
                _printed[printed.Instrument] = printed;
                changes.Add((before, printed));
            }

            _seen = count;
            if (changes.Count == 0)
                return null;
            var frame = QuoteFrame.Changes(_name, _sequence + 1, now, changes);
            _ring[frame.Sequence % Kept] = frame;
            _snapshot = null;
            Volatile.Write(ref _sequence, frame.Sequence);
            return frame;
        }
    }

    /// <summary>Every quote as the last move left it. One frame for all who ask before the next move.</summary>
    public QuoteFrame Snapshot()
    {
        lock (_moving)
        {
            var inOrder = quotes.Board.Instruments.Where(i => _printed.ContainsKey(i.Id)).Select(i => _printed[i.Id]);
            return _snapshot ??= QuoteFrame.Snapshot(_name, _sequence, time.Now, inOrder);
        }
    }

    /// <summary>What a reader needs who has read up to an id: the frames after it, none when there are none; else a snapshot.</summary>
    /// <param name="lastId">As the browser sends it back; null for a reader who has read nothing.</param>
    /// <param name="sequence">Where it leaves the reader.</param>
    public IReadOnlyList<QuoteFrame> From(string? lastId, out long sequence)
    {
        lock (_moving)
        {
            sequence = _sequence;
            if (ReadUpTo(lastId) is not { } last || last > _sequence || _sequence - last > Kept)
                return [Snapshot()];
            var missed = new List<QuoteFrame>();
            for (var next = last + 1; next <= _sequence; next++)
                missed.Add(_ring[next % Kept]!);
            return missed;
        }
    }

    private long? ReadUpTo(string? id) =>
        id is not null && id.StartsWith(_name + "-", StringComparison.Ordinal)
        && long.TryParse(id.AsSpan(_name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : null;

    private PrintedQuote Print(Quote quote, DateTimeOffset now) => PrintedQuote.Of(
        quotes.Board.Instrument(quote.Instrument)!, quote, quotes.StateOf(quote), quotes.StateSince(quote), now, time);
}
