using System.IO.Compression;
using System.Text.Json;

namespace GlobeEcho.Bench.Feeds;

/// <summary>The lines of a file of cases, gzipped or not.</summary>
internal static class FeedCases
{
    public static IEnumerable<JsonElement> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var text = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (text.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return JsonSerializer.Deserialize<JsonElement>(line);
        }
    }
}
