using System.Diagnostics;
using System.Globalization;
using System.Text;
using SharpFuzz;

namespace GlobeEcho.Bench.Fuzz;

/// <summary>Hostile bytes through every parser of a room: under AFL++ with the coverage of the instrumented newsroom, or by plain mutation.</summary>
internal static class FuzzRun
{
    private const int MaxBytes = 64 * 1024;

    // An input this small that takes so long grows faster than its length.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    private static readonly string[] Tokens =
    [
        "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "&", "&amp;", "&#x1F600;", "&#0;", "\"", "'", "=", "<item>", "</item>", "<channel>", "<title>", "</rss>", "xmlns=\"\"",
        "xml:base=\"", "<!DOCTYPE a [", "<!ENTITY b \"", "]>", "<?xml", "\0", "\u00A0", "é", "😀", "{", "}", "[", ",", "\\u0000", "javascript:", " onerror=", "<script>", "</script>", "<svg>",
        "<p>", "<table>", "2024", "-", ":", "T", "+", "99", "<outline", "<link", "<base", "type=\"xhtml\"", "mode=\"base64\"",
        "<div>", "</div>", "<h1>", "<article class=\"", "<time datetime=\"", "<script type=\"application/ld+json\">", "{\"@type\":\"NewsArticle\",", "\"author\":[", "<meta name=\"", " content=\"", "<td>", "<br>", "&nbsp;", "<a href=", "<!--[if", "<textarea>", "By ", " and ", "。",
    ];

    /// <returns>Null when the words make no run.</returns>
    public static int? Run(string[] words, CancellationToken cancel)
    {
        switch (words)
        {
            case ["afl", var name] when Find(name) is { } target:
                Fuzzer.OutOfProcess.Run(stream => target.Try(ReadAll(stream)));
                return 0;
            case ["seeds", var name, var folder] when Find(name) is { } target:
                Directory.CreateDirectory(folder);
                for (var i = 0; i < target.Seeds.Count; i++)
                    File.WriteAllText(Path.Combine(folder, $"seed-{i}"), target.Seeds[i]);
                return 0;
            case [var room, .. var rest] when FuzzTarget.All.Any(t => t.Room == room):
                var minutes = double.Parse(Arguments.Value(rest, "--minutes") ?? "1", CultureInfo.InvariantCulture);
                var seed = ulong.Parse(Arguments.Value(rest, "--seed") ?? "1", CultureInfo.InvariantCulture);
                return Mutate([.. FuzzTarget.All.Where(t => t.Room == room)], TimeSpan.FromMinutes(minutes), seed, cancel);
            default:
                return null;
        }
    }

    private static FuzzTarget? Find(string name) => FuzzTarget.All.FirstOrDefault(t => t.Name == name);

    private static byte[] ReadAll(Stream stream)
    {
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    private static int Mutate(FuzzTarget[] targets, TimeSpan time, ulong seed, CancellationToken cancel)
    {
        var chance = new Chance(seed);
        var started = Stopwatch.GetTimestamp();
        var (runs, found) = (new Dictionary<string, long>(), 0);
        while (Stopwatch.GetElapsedTime(started) < time && !cancel.IsCancellationRequested && found < 10)
        {
            foreach (var target in targets)
            {
                var input = Mutant(target.Seeds, chance);
                runs[target.Name] = runs.GetValueOrDefault(target.Name) + 1;
                if (Fault(target, input) is not { } fault)
                    continue;
                found++;
                var file = Path.Combine(Path.GetTempPath(), $"globe-echo-fuzz-{target.Name}-{found}");
                File.WriteAllBytes(file, input);
                Console.WriteLine($"{target.Name}: {fault}\n  input in {file}");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Stopwatch.GetElapsedTime(started).TotalMinutes:0.0} minutes, seed {seed}: {string.Join(", ", runs.Select(r => $"{r.Key} {r.Value}"))}; {found} faults"));
        return found == 0 ? 0 : 1;
    }

    private static string? Fault(FuzzTarget target, byte[] input)
    {
        // CPU time: a machine that is busy with other work makes no parser slow.
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        try
        {
            target.Try(input);
        }
        catch (Exception fault)
        {
            return fault.ToString();
        }

        process.Refresh();
        return process.TotalProcessorTime - before is var took && took > Slow ? $"took {took.TotalSeconds:0.0} s for {input.Length} bytes" : null;
    }

    private static byte[] Mutant(IReadOnlyList<string> seeds, Chance chance)
    {
        var bytes = Encoding.UTF8.GetBytes(seeds[chance.Below(seeds.Count)]).ToList();
        for (var changes = 1 + chance.Below(8); changes > 0; changes--)
            Change(bytes, seeds, chance);
        return bytes.Count > MaxBytes ? bytes.Take(MaxBytes).ToArray() : bytes.ToArray();
    }

    private static void Change(List<byte> bytes, IReadOnlyList<string> seeds, Chance chance)
    {
        var at = chance.Below(bytes.Count + 1);
        switch (chance.Below(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)chance.Below(256);
                break;
            case 1 when at < bytes.Count:
                bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + chance.Below(20)));
                break;
            case 2:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 3:
                var length = Math.Min(bytes.Count - at, 1 + chance.Below(40));
                bytes.InsertRange(chance.Below(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4:
                var repeated = Encoding.UTF8.GetBytes(Tokens[chance.Below(Tokens.Length)]);
                for (var times = chance.Below(2000); times > 0; times--)
                    bytes.InsertRange(at, repeated);
                break;
            case 5:
                var other = Encoding.UTF8.GetBytes(seeds[chance.Below(seeds.Count)]);
                var from = chance.Below(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + chance.Below(200))]);
                break;
            default:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[chance.Below(Tokens.Length)]));
                break;
        }
    }
}
