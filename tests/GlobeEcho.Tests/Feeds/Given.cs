using System.Text;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Tests.Feeds;

/// <summary>Feeds as texts, read the way the newsroom reads them.</summary>
internal static class Given
{
    public static readonly Uri Address = new("https://paper.example/news/feed.xml");

    public static FeedDocument Feed(string text) => Feed(Encoding.UTF8.GetBytes(text), null);

    public static FeedDocument Feed(byte[] body, string? contentType) =>
        Assert.IsType<FeedParseResult.Parsed>(FeedParser.Parse(body, contentType, Address)).Document;

    public static FeedItem Item(string item) =>
        Assert.Single(Feed($"<rss version='2.0'><channel><title>Paper</title><item>{item}</item></channel></rss>").Items);

    public static string Refusal(string text) =>
        Assert.IsType<FeedParseResult.NotAFeed>(FeedParser.Parse(Encoding.UTF8.GetBytes(text), null, Address)).Reason;
}
