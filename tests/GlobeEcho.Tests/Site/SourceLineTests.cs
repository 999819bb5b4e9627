using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site;
using GlobeEcho.Site.MarketsPage;
using GlobeEcho.Site.Shell;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Tests.Site;

public sealed class SourceLineTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 24, 18, 45, 0, TimeSpan.Zero);
    private static readonly PaperTime Time = new(new StillClock(Now), Options.Create(new SiteOptions()));

    [Theory]
    [InlineData(QuoteKind.Live, 2, null, "Connected, heard 2\u00A0s ago.", true)]
    [InlineData(QuoteKind.Live, 300, null, "Silent: last heard 5\u00A0minutes ago.", false)]
    [InlineData(QuoteKind.Live, -1, null, "Not heard yet.", true)]
    [InlineData(QuoteKind.Delayed, 200, null, "Heard 3\u00A0minutes ago.", true)]
    [InlineData(QuoteKind.Delayed, 4000, "the answer was 429", "The answer was 429. Last heard 1\u00A0hour ago.", false)]
    [InlineData(QuoteKind.Live, -1, "the connection was refused", "The connection was refused.", false)]
    public void A_source_says_in_plain_words_how_it_is(QuoteKind kind, int secondsAgo, string? trouble, string words, bool well)
    {
        var line = SourceLine.Of(Source(kind, secondsAgo, trouble), null, null, Time);

        Assert.Equal((words, well), (line.State, line.Well));
    }

    [Fact]
    public void A_fix_says_when_the_next_one_comes_by_its_makers_calendar()
    {
        var friday = new Quote(new InstrumentId("eur-usd"), 1.0847m, null, QuoteKind.DailyFix, Now.AddHours(-5), Now.AddHours(-5), "European Central Bank");

        Assert.Equal(
            "Last fix 24 May, the next is expected on Monday at 14:00; heard 4\u00A0hours ago.",
            SourceLine.Of(Source(QuoteKind.DailyFix, 4 * 3600, null), friday, MarketHours.Ecb.NextPublication(friday.AsOf), Time).State);
        // Memorial Day: no yields on Monday.
        Assert.Equal(
            "Last fix 24 May, the next is expected on Tuesday at 22:00; not heard yet.",
            SourceLine.Of(Source(QuoteKind.DailyFix, -1, null), friday, MarketHours.UsTreasury.NextPublication(friday.AsOf), Time).State);
    }

    private static MarketSource Source(QuoteKind kind, int secondsAgo, string? trouble) =>
        new("Somebody", "On its own terms.", new Uri("https://somebody.example/"), kind, secondsAgo < 0 ? null : Now.AddSeconds(-secondsAgo), trouble);
}
