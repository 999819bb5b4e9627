using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Tests.Text;

public sealed class CharacterReferencesTests
{
    [Theory]
    [InlineData("Caf&eacute; &#233; &#xE9; &amp; &nbsp;.", "Café é é & \u00A0.", "Café é é & \u00A0.")]
    [InlineData("Ben & Jerry, R&D &; &# &#x; &#xG;", "Ben & Jerry, R&D &; &# &#x; &#xG;", "Ben & Jerry, R&D &; &# &#x; &#xG;")]
    [InlineData("AT&amp;amp;T", "AT&amp;T", "AT&amp;T")]
    [InlineData("&eacute &#233 &apos &rsquo", "é é &apos &rsquo", "&eacute &#233 &apos &rsquo")]
    [InlineData("&#150;&#x80;", "–€", "\u0096\u0080")]
    [InlineData("&#7;&#9;", "\u0007\t", " \t")]
    [InlineData("&#0;&#xD800;&#x110000;&#xFFFFFFFF;&#99999999999999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", " \uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("&#0000000000233;", "é", "é")]
    [InlineData("&company; &x-y;", "&company; &x-y;", "&company; &x-y;")]
    public void Page_and_feed_read_a_reference_each_in_its_way(string written, string page, string feed)
    {
        Assert.Equal(page, CharacterReferences.Resolve(written));
        Assert.Equal(feed, CharacterReferences.Decode(written));
    }

    [Fact]
    public void Names_of_a_document_are_asked_for_in_place_of_HTMLs() =>
        Assert.Equal("Globe Echo &eacute; é", CharacterReferences.Decode("&paper; &eacute; &#233;", name => name == "paper" ? "Globe Echo" : null));

    [Fact]
    public void Control_characters_are_the_letters_of_windows_1252() => Assert.Equal("“Ž”\u0081é", CharacterReferences.Western("\u0093\u008E\u0094\u0081é"));
}
