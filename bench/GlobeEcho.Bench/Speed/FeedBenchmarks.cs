using System.Xml;
using BenchmarkDotNet.Attributes;
using GlobeEcho.Bench.Feeds;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Feeds.Markup;

namespace GlobeEcho.Bench.Speed;

/// <summary>Typical RSS, a megabyte an operation: divide by the time. The bare XmlReader only walks over the nodes and reads their values.</summary>
[MemoryDiagnoser]
public class FeedBenchmarks
{
    private static readonly Uri Address = new("https://post.example/rss");

    private readonly List<byte[]> _feeds = [];
    private string[] _contents = [];

    internal long Bytes => _feeds.Sum(f => (long)f.Length);

    [GlobalSetup]
    public void Setup()
    {
        for (int number = 0, bytes = 0; bytes < 1_000_000; number++)
        {
            _feeds.Add(TypicalRss.Make(number));
            bytes += _feeds[^1].Length;
        }

        _contents = _feeds.SelectMany(f => ((FeedParseResult.Parsed)FeedParser.Parse(f, null, Address)).Document.Items).Select(i => i.ContentHtml).OfType<string>().ToArray();
        Console.WriteLine($"// {_feeds.Sum(f => f.Length)} bytes of RSS in {_feeds.Count} feeds, {_contents.Sum(c => c.Length)} characters of content");
    }

    [Benchmark]
    public int Parse()
    {
        var items = 0;
        foreach (var feed in _feeds)
            items += ((FeedParseResult.Parsed)FeedParser.Parse(feed, "application/rss+xml", Address)).Document.Items.Count;
        return items;
    }

    [Benchmark]
    public int BareXmlReader()
    {
        var length = 0;
        foreach (var feed in _feeds)
        {
            using var reader = XmlReader.Create(new MemoryStream(feed), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
                length += reader.HasValue ? reader.Value.Length : reader.Name.Length;
        }

        return length;
    }

    [Benchmark]
    public int WriteSafe()
    {
        var length = 0;
        foreach (var content in _contents)
            length += SafeMarkup.Write(content, "https://post.example/").Length;
        return length;
    }
}
