using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GlobeEcho.Site.Live;

/// <summary>
/// One event of the stream, written once for everybody: a snapshot with every quote whole, or what changed from the sequence before.
/// </summary>
public sealed class QuoteFrame
{
    // Nothing of it is put into markup, so only what JSON itself needs is escaped.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private QuoteFrame(long sequence, ReadOnlyMemory<byte> bytes)
    {
        Sequence = sequence;
        Bytes = bytes;
    }

    /// <summary>The state of the stream after this frame.</summary>
    public long Sequence { get; }

    /// <summary>As it goes out: id, event, data and the empty line, UTF-8.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <param name="tape">The name of this run of the program: ids of another run mean nothing here.</param>
    public static QuoteFrame Snapshot(string tape, long sequence, DateTimeOffset at, IEnumerable<PrintedQuote> quotes) =>
        Write("snapshot", tape, sequence, at, quotes.Select(q => ((PrintedQuote?)null, q)));

    /// <param name="changes">Each quote as it was sent last, null when it never was, and as it is now.</param>
    public static QuoteFrame Changes(string tape, long sequence, DateTimeOffset at, IEnumerable<(PrintedQuote? Before, PrintedQuote Now)> changes) =>
        Write("quotes", tape, sequence, at, changes);

    private static QuoteFrame Write(string kind, string tape, long sequence, DateTimeOffset at, IEnumerable<(PrintedQuote? Before, PrintedQuote Now)> quotes)
    {
        var bytes = new ArrayBufferWriter<byte>(2048);
        bytes.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {tape}-{sequence}\nevent: {kind}\ndata: ")));
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber("seq", sequence);
            // Unix time in milliseconds, to the microsecond: what a reader's delay is measured against.
            json.WriteNumber("at", (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10 / 1000m);
            json.WriteStartArray("quotes");
            foreach (var (before, now) in quotes)
                Write(json, before, now);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.Write("\n\n"u8);
        return new QuoteFrame(sequence, bytes.WrittenMemory.ToArray());
    }

    private static void Write(Utf8JsonWriter json, PrintedQuote? before, PrintedQuote now)
    {
        json.WriteStartObject();
        json.WriteString("id", now.Instrument.Value);
        if (before?.Value != now.Value)
            json.WriteNumber("value", now.Value);
        WriteChanged(json, "price", before, now, q => q.Price);
        WriteChanged(json, "change", before, now, q => q.Change);
        WriteChanged(json, "percent", before, now, q => q.Percent);
        WriteChanged(json, "direction", before, now, q => q.DirectionWord);
        WriteChanged(json, "arrow", before, now, q => q.Arrow);
        WriteChanged(json, "basis", before, now, q => q.Basis);
        WriteChanged(json, "state", before, now, q => q.StateWord);
        WriteChanged(json, "chip", before, now, q => q.Chip);
        WriteChanged(json, "asOf", before, now, q => q.AsOf);
        WriteChanged(json, "made", before, now, q => q.MadeWord);
        json.WriteEndObject();
    }

    private static void WriteChanged(Utf8JsonWriter json, string name, PrintedQuote? before, PrintedQuote now, Func<PrintedQuote, string?> field)
    {
        var text = field(now);
        if (before is null || field(before) != text)
            json.WriteString(name, text);
    }
}
