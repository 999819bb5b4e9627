using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Tests.Text;

public sealed class CountriesTests
{
    [Theory]
    [InlineData("Talks opened in Minsk.", "BY")]
    [InlineData("Le président biélorusse est arrivé.", "BY")]
    [InlineData("Die belarussischen Behörden schweigen.", "BY")]
    [InlineData("La Biélorussie se tait.", "BY")]
    [InlineData("The South Korean minister resigned.", "KR")]
    [InlineData("Aus Südkorea kommt Kritik.", "KR")]
    [InlineData("Les autorités françaises enquêtent.", "FR")]
    [InlineData("Die Regierung der Vereinigten Staaten schweigt.", "US")]
    [InlineData("Washington and New Zealand agreed.", "NZ")]
    [InlineData("El gobierno de Alemania.", "DE")]
    [InlineData("Переговоры начались в Минске.", "BY")]
    [InlineData("وصل الوزير إلى القاهرة", "EG")]
    [InlineData("部长抵达北京。", "CN")]
    public void Country_is_found_by_name_capital_and_people(string text, string code) => Assert.Equal(code, Assert.Single(Countries.Find(text)).Code);

    [Theory]
    [InlineData("The cook put the turkey on fine china.")]
    [InlineData("She will polish the table.")]
    public void Plain_words_are_no_countries(string text) => Assert.Empty(Countries.Find(text));

    [Fact]
    public void Span_covers_the_longest_name()
    {
        var text = "They left South Sudan at night.";

        var (span, code) = Assert.Single(Countries.Find(text));

        Assert.Equal("South Sudan", span.Of(text));
        Assert.Equal("SS", code);
    }
}
