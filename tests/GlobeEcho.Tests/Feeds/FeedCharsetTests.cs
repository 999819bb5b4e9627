using System.Text;

namespace GlobeEcho.Tests.Feeds;

public sealed class FeedCharsetTests
{
    private const string Title = "Äpfel, café, smörgås";

    static FeedCharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("iso-8859-1", "iso-8859-1", null)]
    [InlineData("windows-1252", null, "application/xml; charset=windows-1252")]
    [InlineData("windows-1252", null, null)]
    [InlineData("windows-1252", "utf-8", "text/xml; charset=UTF-8")]
    [InlineData("utf-8", null, null)]
    [InlineData("utf-8", "iso-8859-1", "text/xml; charset=iso-8859-1")]
    [InlineData("utf-8", "utf-16", null)]
    [InlineData("utf-16", "utf-16", null)]
    [InlineData("utf-16BE", "utf-16", null)]
    [InlineData("utf-32", null, null)]
    [InlineData("utf-8", "no-such-charset", "text/xml; charset=\"nor-this\"")]
    public void Text_is_read_in_its_own_charset(string written, string? prolog, string? header)
    {
        var declared = prolog is null ? "" : $"<?xml version='1.0' encoding='{prolog}'?>";
        var body = Encoding.GetEncoding(written).GetBytes($"{declared}<rss><channel><title>{Title}</title></channel></rss>");

        Assert.Equal(Title, Given.Feed(body, header).Title);
    }

    [Theory]
    [InlineData("windows-1251", "Вода поднялась")]
    [InlineData("koi8-r", "Вода поднялась")]
    [InlineData("shift_jis", "水位が上がる")]
    [InlineData("gb2312", "水位上升")]
    [InlineData("euc-kr", "물이 오른다")]
    [InlineData("iso-2022-jp", "水位が上がる")]
    public void Declared_charsets_of_the_world_are_known(string charset, string title)
    {
        var body = Encoding.GetEncoding(charset).GetBytes($"<?xml version='1.0' encoding='{charset}'?><rss><channel><title>{title}</title></channel></rss>");

        Assert.Equal(title, Given.Feed(body, null).Title);
    }

    [Fact]
    public void Byte_order_mark_is_no_text()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"<rss><channel><title>{Title}</title></channel></rss>")];

        Assert.Equal(Title, Given.Feed(body, "text/xml; charset=iso-8859-1").Title);
    }
}
