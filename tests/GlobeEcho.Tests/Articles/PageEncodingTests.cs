using System.Text;
using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Tests.Articles;

public sealed class PageEncodingTests
{
    private const string Text = "Zoë’s café – 5 €";

    [Fact]
    public void Byte_order_mark_goes_before_all_else() =>
        Assert.Equal(Text, PageEncoding.Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)], "text/html; charset=utf-8"));

    [Fact]
    public void Header_goes_before_the_pages_own_word()
    {
        var page = "<meta charset=utf-8>" + "Привет";
        Assert.Equal(page, PageEncoding.Decode(Named("windows-1251").GetBytes(page), "text/html; charset=windows-1251"));
    }

    [Fact]
    public void Pages_own_word_is_believed_without_a_header()
    {
        var page = "<html><head><meta http-equiv='Content-Type' content='text/html; charset=Shift_JIS'></head>橋が再開した";
        Assert.Equal(page, PageEncoding.Decode(Named("shift_jis").GetBytes(page), null));
    }

    [Fact]
    public void Utf8_is_found_where_nobody_names_it() => Assert.Equal(Text, PageEncoding.Decode(Encoding.UTF8.GetBytes(Text), "text/html"));

    [Fact]
    public void Latin_bytes_nobody_names_are_windows_1252() => Assert.Equal(Text, PageEncoding.Decode(Named("windows-1252").GetBytes(Text), null));

    [Fact]
    public void Utf8_that_calls_itself_latin_is_still_utf8() => Assert.Equal(Text, PageEncoding.Decode(Encoding.UTF8.GetBytes(Text), "text/html; charset=iso-8859-1"));

    [Fact]
    public void Unknown_charset_is_passed_over() => Assert.Equal(Text, PageEncoding.Decode(Encoding.UTF8.GetBytes(Text), "text/html; charset=klingon"));

    [Fact]
    public void Charset_that_nobody_reads_any_more_is_passed_over() => Assert.Equal(Text, PageEncoding.Decode(Encoding.UTF8.GetBytes(Text), "text/html; charset=utf-7"));

    [Fact]
    public void One_broken_byte_does_not_spoil_a_utf8_page()
    {
        var decoded = PageEncoding.Decode([.. Encoding.UTF8.GetBytes(Text), 0xFF], "text/html; charset=utf-8");
        Assert.StartsWith(Text, decoded, StringComparison.Ordinal);
    }

    private static Encoding Named(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name);
    }
}
