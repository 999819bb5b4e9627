using System.Security.Cryptography;
using System.Text;
using CsCheck;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Feeds.WebSub;

namespace GlobeEcho.Tests.Feeds.WebSub;

public sealed class HubLinksTests
{
    private static readonly Uri Address = new("https://paper.example/feed.xml");

    [Theory]
    [InlineData("<https://hub.example/>; rel=\"hub\", <https://paper.example/self>; rel=\"self\"", "")]
    [InlineData("<https://hub.example/>; rel=hub,</self>;title=\"a, b\";rel=self", "")]
    [InlineData("<https://other.example/>; rel=\"next\", <https://hub.example/>; type=x; rel=\"hub\", </self>; rel=\"canonical self\"", "")]
    [InlineData(null, "<rss xmlns:a='http://www.w3.org/2005/Atom'><channel><a:link rel='hub' href='https://hub.example/'/><a:link rel='self' href='/self'/><item/></channel></rss>")]
    [InlineData(null, "<feed><link href=\"https://hub.example/\" rel=\"hub\"/><link rel=\"self\" href=\"https://paper.example/self\"/><entry/></feed>")]
    [InlineData(null, "{\"version\":\"https://jsonfeed.org/version/1.1\",\"feed_url\":\"https://paper.example/self\",\"hubs\":[{\"type\":\"rssCloud\",\"url\":\"https://no.example/\"},{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}],\"items\":[]}")]
    // Headers go before the document.
    [InlineData("<https://hub.example/>; rel=\"hub\", </self>; rel=\"self\"", "<feed><link href=\"https://no.example/\" rel=\"hub\"/><link rel=\"self\" href=\"/no\"/></feed>")]
    public void Hub_and_topic_are_found(string? header, string body) =>
        Assert.Equal(
            new HubLinks(new Uri("https://hub.example/"), new Uri("https://paper.example/self")),
            HubLinks.Find(header, Read(body), Address));

    [Theory]
    [InlineData(null, "<feed><link href=\"https://hub.example/\" rel=\"hub\"/></feed>")]
    [InlineData(null, "<feed><link rel=\"self\" href=\"/self\"/></feed>")]
    [InlineData(null, "<feed><link rel=\"self\" href=\"/self\"/><link rel='hub' href='file:///etc/hosts'/></feed>")]
    // What an item links to is none of the feed's.
    [InlineData(null, "<feed><link rel=\"self\" href=\"/self\"/><entry><link href=\"https://hub.example/\" rel=\"hub\"/></entry></feed>")]
    [InlineData("<https://hub.example/>", "")]
    [InlineData(null, "{\"hubs\": 7}")]
    [InlineData(null, "{\"hubs\" [")]
    public void Half_of_it_is_nothing(string? header, string body) => Assert.Null(HubLinks.Find(header, Read(body), Address));

    [Fact]
    public void Any_header_is_read() => Gen.String.Sample(header => HubLinks.Find(header, Read(""), Address) is null or { Hub.IsAbsoluteUri: true });

    [Theory]
    // A pangram under the key "key": values known from many tests of HMAC.
    [InlineData("sha1=de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9", true)]
    [InlineData("sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8", true)]
    [InlineData("SHA256=F7BC83F430538424B13298E6AA6FB143EF4D59A14946175997479DBC2D1A3CD8", true)]
    [InlineData("sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd9", false)]
    [InlineData("sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3c", false)]
    [InlineData("sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd800", false)]
    [InlineData("sha1=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8", false)]
    [InlineData("md5=80070713463e7749b90c2dc24911e275", false)]
    [InlineData("sha256=", false)]
    [InlineData("sha256", false)]
    [InlineData("sha256=no hex at all", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Signature_is_the_right_one_or_none(string? header, bool valid) =>
        Assert.Equal(valid, HubSignature.IsValid(header, "key", "The quick brown fox jumps over the lazy dog"u8));

    private static FeedDocument Read(string body) =>
        FeedParser.Parse(Encoding.UTF8.GetBytes(body), null, Address) is FeedParseResult.Parsed parsed ? parsed.Document : new FeedDocument("", "", null, null, null, []);

    [Fact]
    public void All_four_methods_are_understood() => Gen.Select(Gen.Byte.Array, Gen.String[Gen.Char.AlphaNumeric, 1, 64]).Sample((body, secret) =>
    {
        var key = Encoding.UTF8.GetBytes(secret);
        string[] headers =
        [
            "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(key, body)),
            "sha384=" + Convert.ToHexStringLower(HMACSHA384.HashData(key, body)),
            "sha512=" + Convert.ToHexStringLower(HMACSHA512.HashData(key, body)),
        ];
        return headers.All(h => HubSignature.IsValid(h, secret, body) && !HubSignature.IsValid(h, secret + "x", body));
    });
}
