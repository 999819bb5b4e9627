using System.IO.Compression;
using System.Text.Json;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Articles.Blocks;

namespace GlobeEcho.Bench.Training;

/// <summary>Reads the measuring data's pages and finds out which blocks the truth wants.</summary>
internal static class TrainingPages
{
    private const int Run = 3;

    public static List<TrainingPage> Read(string shared)
    {
        var data = Path.Combine(shared, "data");
        var rows = Rows(Path.Combine(data, "extraction/wcxb-dev/truth.jsonl.gz")).Select(r => (Text(r, "page_type") == "article" ? "wcxb" : "other", Path.Combine(data, "extraction/wcxb-dev/html"), r))
            .Concat(Rows(Path.Combine(data, "extraction/segments-dev/truth.jsonl.gz")).Select(r => ("segments", Path.Combine(data, "extraction/segments-dev/html"), r)))
            .Concat(Rows(Path.Combine(data, "wire/index.jsonl")).Select(r => ("wire", Path.Combine(data, "wire/html"), r)));
        return rows.AsParallel().AsOrdered().Select(r => Of(r.Item1, r.Item2, r.Item3)).OfType<TrainingPage>().ToList();
    }

    private static TrainingPage? Of(string set, string folder, JsonElement row)
    {
        var id = Text(row, "id")!;
        var address = Uri.TryCreate(Text(row, "url"), UriKind.Absolute, out var given) ? given : new Uri("http://page.invalid/");
        var page = StudiedPage.Of(PageEncoding.Decode(Bytes(Path.Combine(folder, id)), null), address);
        if (page.List.Blocks.Length == 0)
            return null;
        var blocks = Enumerable.Range(0, page.List.Blocks.Length).Select(i => page.List.TextOf(i).ToString()).ToArray();
        var truth = set == "segments"
            ? new PageTruth(null, Pieces(row, "with"), Pieces(row, "without"))
            : new PageTruth(Text(row, set == "wire" ? "text" : "main_content") ?? "", [], []);
        var wanted = truth.Text is { } whole ? ByText(blocks, whole) : ByPieces(blocks, page, truth);
        var features = BlockFeatures.Of(page.List, page.Sums, page.Hints);
        return new TrainingPage(set, Text(row, "page_type") ?? "article", id, Group(set, row, address), truth, page, blocks, features, wanted, WeightsOf(set, blocks, wanted, truth.Text));
    }

    private static string Group(string set, JsonElement row, Uri address)
    {
        var host = set == "wire" && address.Host.EndsWith("invalid", StringComparison.Ordinal) ? Text(row, "publisher")! : address.Host;
        var labels = host.Split('.');
        // The label before the public suffix: bbc of www.bbc.co.uk.
        var at = labels.Length - 2;
        if (at > 0 && labels[^1].Length == 2 && labels[at].Length <= 3)
            at--;
        return labels[Math.Max(at, 0)];
    }

    /// <summary>A block is wanted when most of its runs of three words stand in the truth; a shorter one when it is a line of it.</summary>
    private static float[] ByText(string[] blocks, string truth)
    {
        var lines = truth.Split('\n').Select(l => string.Join(' ', PageTruth.WordsOf(l))).ToHashSet();
        var words = PageTruth.WordsOf(truth);
        var runs = Runs(words).ToHashSet();
        var pairs = words.Zip(words.Skip(1), (a, b) => a + " " + b).ToHashSet();
        return blocks.Select(b =>
        {
            var own = PageTruth.WordsOf(b);
            if (own.Length == 0)
                return -1f;
            if (own.Length < Run)
                return lines.Contains(string.Join(' ', own)) || (own.Length == 2 && b.Length > 60 && pairs.Contains(own[0] + " " + own[1])) ? 1f : 0f;
            return Runs(own).Average(r => runs.Contains(r) ? 1f : 0f) >= 0.5f ? 1f : 0f;
        }).ToArray();
    }

    /// <summary>
    /// A piece may stand in several blocks: in the text and again in menus and teasers. An unwanted one is unwanted everywhere; of a
    /// wanted one only the place nearest to the page's prose is said to be wanted, and nothing is said of the others.
    /// </summary>
    private static float[] ByPieces(string[] blocks, StudiedPage page, PageTruth truth)
    {
        var wanted = Enumerable.Repeat(-1f, blocks.Length).ToArray();
        foreach (var piece in truth.Without)
        {
            foreach (var i in Places(blocks, piece).SelectMany(p => p))
                wanted[i] = 0;
        }

        foreach (var piece in truth.With)
        {
            if (Places(blocks, piece).MaxBy(p => Likely(page, p[0])) is { } best)
            {
                foreach (var i in best)
                    wanted[i] = 1;
            }
        }

        return wanted;
    }

    private static double Likely(StudiedPage page, int block)
    {
        ref readonly var at = ref page.List.Blocks[block];
        var node = at.Node;
        while (node >= 0 && page.Sums.Prose[node] == 0)
            node = page.List.Tree.Nodes[node].Parent;
        var near = node < 0 ? 0 : (double)page.Sums.Prose[node] / Math.Max(1, page.Sums.Text[node]);
        var inside = page.Sums.Heart >= 0 && at.Node >= page.Sums.Heart && at.Node < page.List.Tree.Nodes[page.Sums.Heart].End;
        return (page.Sums.IsProse[block] ? 4 : 0) + (inside ? 2 : 0) + near - ((double)at.LinkLength / at.Length);
    }

    /// <summary>The blocks that hold a piece; where none does, the runs of blocks that make it up.</summary>
    private static List<int[]> Places(string[] blocks, string piece)
    {
        var whole = Enumerable.Range(0, blocks.Length).Where(i => piece.Length > 0 && blocks[i].Contains(piece, StringComparison.Ordinal)).Select(i => new[] { i }).ToList();
        if (whole.Count > 0 || piece.Length == 0)
            return whole;
        for (var first = 0; first < blocks.Length; first++)
        {
            var (text, last) = (blocks[first], first);
            while (text.Length < piece.Length + blocks[first].Length && last + 1 < blocks.Length)
                text += " " + blocks[++last];
            var at = text.IndexOf(piece, StringComparison.Ordinal);
            if (at < 0 || at >= blocks[first].Length)
                continue;
            var end = first;
            for (var length = blocks[first].Length; length < at + piece.Length; length += 1 + blocks[end].Length)
                end++;
            whole.Add(Enumerable.Range(first, end - first + 1).ToArray());
        }

        return whole;
    }

    private static float[] WeightsOf(string set, string[] blocks, float[] wanted, string? truth)
    {
        if (set == "segments")
            return wanted.Select(w => w < 0 ? 0 : 0.35f).ToArray();
        // A wrong block costs the page its share of the words; every block counts a little. Newspapers are what the house reads.
        var paper = set == "wire" ? 2 : 1;
        var all = Math.Max(50f, truth!.Length);
        return blocks.Select((b, i) => wanted[i] < 0 ? 0 : paper * (Math.Min(0.5f, b.Length / all) + (0.3f / blocks.Length))).ToArray();
    }

    private static IEnumerable<string> Runs(string[] words) => Enumerable.Range(0, Math.Max(0, words.Length - Run + 1)).Select(i => string.Join(' ', words, i, Run));

    private static byte[] Bytes(string stem)
    {
        var packed = File.Exists(stem + ".html.gz");
        using var file = File.OpenRead(packed ? stem + ".html.gz" : stem + ".html");
        using Stream plain = packed ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var body = new MemoryStream();
        plain.CopyTo(body);
        return body.ToArray();
    }

    private static IEnumerable<JsonElement> Rows(string file)
    {
        using var raw = File.OpenRead(file);
        using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var lines = new StreamReader(plain);
        while (lines.ReadLine() is { } line)
            yield return JsonDocument.Parse(line).RootElement;
    }

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[] Pieces(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) ? value.EnumerateArray().Select(v => PageTruth.Flat(v.GetString()!)).ToArray() : [];
}
