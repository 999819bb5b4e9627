using System.Buffers.Binary;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Stories.Echoes;

/// <summary>
/// The runs of three words of a text, as hashes. What stands between quotation marks is left out: two papers that quote one speech have not
/// copied each other. Nor does a notice of rights at the end count.
/// </summary>
public sealed class EchoPrint
{
    private const int RunWords = 3;

    // Hashes kept; a longer text keeps every second, fourth ... of them, the same ones in every text.
    private const int MostRuns = 256;

    // Characters read: what is cut or continued in print is seen long before.
    private const int MostCharacters = 10_000;

    // A text that is nearly all quotation is read with its quotations.
    private const int FewRuns = 12;
    private const int LongestQuotation = 700;
    private const int LongestNotice = 400;

    private readonly uint[] _runs;

    private EchoPrint(uint[] runs, int thinning) => (_runs, Thinning) = (runs, thinning);

    /// <summary>How many times the runs were halved.</summary>
    public int Thinning { get; }

    /// <summary>Runs of the text, about: kept ones times two for each halving.</summary>
    public int Runs => _runs.Length << Thinning;

    /// <summary>The hashes that were kept, the smallest first.</summary>
    public IReadOnlyList<uint> Kept => _runs;

    public static EchoPrint Of(string text)
    {
        var read = text.AsSpan(0, Math.Min(EndOfReport(text), MostCharacters));
        var runs = Hashes(read, withQuotations: false);
        if (runs.Count < FewRuns)
            runs = Hashes(read, withQuotations: true);
        var thinning = 0;
        while (runs.Count >> thinning > MostRuns)
            thinning++;
        return new EchoPrint([.. runs.Where(h => Keeps(h, thinning)).Order()], thinning);
    }

    /// <summary>Runs both texts hold, and those of each, counted on what both kept.</summary>
    public static (int Shared, int One, int Other) Compare(EchoPrint one, EchoPrint other)
    {
        var thinning = Math.Max(one.Thinning, other.Thinning);
        var (shared, mine, theirs, at) = (0, 0, 0, 0);
        foreach (var hash in one._runs)
        {
            if (!Keeps(hash, thinning))
                continue;
            mine++;
            while (at < other._runs.Length && other._runs[at] < hash)
                theirs += Keeps(other._runs[at++], thinning) ? 1 : 0;
            if (at < other._runs.Length && other._runs[at] == hash)
                shared++;
        }

        for (; at < other._runs.Length; at++)
            theirs += Keeps(other._runs[at], thinning) ? 1 : 0;
        return (shared << thinning, mine << thinning, theirs << thinning);
    }

    /// <summary>As an archive keeps it: the halvings, then four bytes a run.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[1 + (4 * _runs.Length)];
        bytes[0] = (byte)Thinning;
        for (var i = 0; i < _runs.Length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1 + (4 * i)), _runs[i]);
        return bytes;
    }

    public static EchoPrint FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 4 != 1)
            throw new ArgumentException($"{bytes.Length} bytes are no print.", nameof(bytes));
        var runs = new uint[bytes.Length / 4];
        for (var i = 0; i < runs.Length; i++)
            runs[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(1 + (4 * i))..]);
        return new EchoPrint(runs, bytes[0]);
    }

    private static bool Keeps(uint hash, int thinning) => (hash & ((1u << thinning) - 1)) == 0;

    private static int EndOfReport(string text)
    {
        var from = Math.Max(0, text.Length - LongestNotice);
        foreach (var mark in (string[])["Copyright ", "© ", "All rights reserved"])
        {
            if (text.IndexOf(mark, from, StringComparison.Ordinal) is > 0 and var at)
                return at;
        }

        return text.Length;
    }

    private static HashSet<uint> Hashes(ReadOnlySpan<char> text, bool withQuotations)
    {
        var hashes = new HashSet<uint>();
        var window = new Window();
        var word = 0UL;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (c is '\'' or '’')
                continue;
            var alone = Words.IsIdeograph(c);
            if (!alone && char.IsLetterOrDigit(c))
            {
                word = ((word == 0 ? 14695981039346656037UL : word) ^ char.ToLowerInvariant(c)) * 1099511628211UL;
                continue;
            }

            if (word != 0 && window.Add(word) is { } run)
                hashes.Add(run);
            word = 0;
            if (alone && window.Add(c * 0x9E3779B97F4A7C15UL) is { } one)
                hashes.Add(one);
            if (!withQuotations && QuotationEnd(text, i) is { } end)
            {
                i = end;
                window = new Window();
            }
        }

        return hashes;
    }

    // Where the quotation that opens here is closed; null where none opens, or none closes in the same paragraph.
    private static int? QuotationEnd(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] is not ('"' or '“' or '„' or '«' or '»'))
            return null;
        var rest = text[(at + 1)..Math.Min(text.Length, at + LongestQuotation)];
        if (rest.IndexOf('\n') is >= 0 and var paragraph)
            rest = rest[..paragraph];
        var close = text[at] switch
        {
            '"' => rest.IndexOf('"'),
            '«' => rest.IndexOf('»'),
            '»' => rest.IndexOf('«'),
            _ => rest.IndexOfAny('”', '“', '"'),
        };
        return close < 0 ? null : at + 1 + close;
    }

    private struct Window
    {
        private ulong _first;
        private ulong _second;
        private int _words;

        public uint? Add(ulong word)
        {
            var run = (_first * 0x9E3779B97F4A7C15UL) ^ (_second * 0xC2B2AE3D27D4EB4FUL) ^ (word * 0x165667B19E3779F9UL);
            (_first, _second) = (_second, word);
            if (++_words < RunWords)
                return null;
            // The low bits decide what is kept, so they must depend on all the others.
            run ^= run >> 29;
            run *= 0xBF58476D1CE4E5B9UL;
            run ^= run >> 32;
            return (uint)run;
        }
    }
}
