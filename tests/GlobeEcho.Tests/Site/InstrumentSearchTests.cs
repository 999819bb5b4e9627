using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.MarketsPage;

namespace GlobeEcho.Tests.Site;

public sealed class InstrumentSearchTests
{
    [Theory]
    [InlineData("BTC/USD", "btc-usd")]
    [InlineData("btcusd", "btc-usd")]
    [InlineData("bitcoin euro", "btc-eur")]
    [InlineData("  Dogecoin ", "doge-usd")]
    [InlineData("sterling", "eur-gbp")]
    [InlineData("turkey", "eur-try")]
    [InlineData("türkei", "eur-try")]
    [InlineData("Japan", "eur-jpy")]
    [InlineData("10y", "us-10y")]
    [InlineData("s&p", "s-p-500")]
    public void Symbol_name_currency_and_country_are_found(string words, string first) =>
        Assert.Equal(first, InstrumentSearch.Find(InstrumentList.All, words)[0].Id.Value);

    [Fact]
    public void A_country_finds_every_price_in_its_currency() =>
        Assert.Equal(
            ["usd-byn", "eur-byn", "rub-byn", "cny-byn", "pln-byn", "uah-byn", "kzt-byn"],
            InstrumentSearch.Find(InstrumentList.All, "belarus").Select(i => i.Id.Value));

    [Theory]
    [InlineData("zzz")]
    [InlineData("<script>")]
    [InlineData("btc zzz")]
    public void Words_that_mean_nothing_find_nothing(string words) => Assert.Empty(InstrumentSearch.Find(InstrumentList.All, words));

    [Fact]
    public void Nothing_asked_is_everything() => Assert.Equal(InstrumentList.All, InstrumentSearch.Find(InstrumentList.All, " - "));
}
