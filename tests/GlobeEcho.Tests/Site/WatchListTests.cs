using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Quotes;

namespace GlobeEcho.Tests.Site;

public sealed class WatchListTests
{
    private static readonly QuoteBoard Board = new(InstrumentList.All);

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("btc-usd.eur-usd", "btc-usd eur-usd")]
    [InlineData("eur-usd.btc-usd.eur-usd", "eur-usd btc-usd")]
    [InlineData("...btc-usd...", "btc-usd")]
    [InlineData("BTC-USD", "")]
    [InlineData("btc-usd <script>alert(1)</script>.eur-usd", "eur-usd")]
    [InlineData("'; DROP TABLE quote; --.eur-usd", "eur-usd")]
    [InlineData("../../etc/passwd.%00.\u0000.eur-usd", "eur-usd")]
    public void Only_what_stands_on_the_board_is_read(string? cookie, string ids) =>
        Assert.Equal(ids, string.Join(' ', WatchList.Parse(cookie, Board).Select(i => i.Id)));

    [Fact]
    public void A_cookie_too_long_to_be_ours_is_no_list() => Assert.Empty(WatchList.Parse("btc-usd" + string.Concat(Enumerable.Repeat(".btc-usd", 400)), Board));

    [Fact]
    public void A_list_holds_twenty_and_a_full_one_takes_no_more()
    {
        var all = WatchList.Parse(string.Join('.', InstrumentList.All.Take(25).Select(i => i.Id)), Board);
        Assert.Equal(WatchList.Most, all.Count);

        Assert.Equal(all, WatchList.With(all, InstrumentList.All[30], watched: true));
        Assert.Equal(19, WatchList.With(all, all[3], watched: false).Count);
    }

    [Fact]
    public void An_instrument_is_put_at_the_end_once_and_taken_off()
    {
        var (first, second) = (InstrumentList.All[0], InstrumentList.All[1]);

        var both = WatchList.With(WatchList.With(WatchList.With([], first, true), second, true), first, true);

        Assert.Equal([first, second], both);
        Assert.Equal([second], WatchList.With(both, first, false));
        Assert.Equal([second], WatchList.With([second], first, false));
    }
}
