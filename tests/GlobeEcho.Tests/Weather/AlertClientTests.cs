using System.Text;
using CsCheck;
using GlobeEcho.Newsroom.Text;
using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Tests.Weather;

public sealed class AlertClientTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Entry_of_a_feed_becomes_a_warning_with_issuer_area_and_times()
    {
        var alert = Assert.Single(Feed(AlertPages.Entry("id-1", "Mazowieckie")));
        Assert.Equal(("id-1", "MeteoAlarm, Poland", "Yellow wind warning", AlertSeverity.Moderate), (alert.Id, alert.Issuer, alert.Event, alert.Severity));
        Assert.Equal(("Mazowieckie", "PL"), (alert.Area, alert.Country));
        Assert.Equal(DateTimeOffset.Parse("2024-05-24T16:00Z"), alert.Onset);
        Assert.Equal(DateTimeOffset.Parse("2024-05-25T04:00Z"), alert.Expires);
        Assert.Equal(new Uri("https://alerts.example.org?region=PL"), alert.Link);
        Assert.Contains("EUMETNET", alert.From.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void One_warning_for_several_areas_is_one_warning()
    {
        var alerts = Feed(AlertPages.Entry("id-1", "Mazowieckie"), AlertPages.Entry("id-1", "Podlaskie"), AlertPages.Entry("id-2", "Pomorskie", severity: "Severe"));
        Assert.Equal(["Mazowieckie; Podlaskie", "Pomorskie"], alerts.Select(a => a.Area));
    }

    [Fact]
    public void Expired_cancelled_replaced_and_trial_warnings_are_left_out()
    {
        var alerts = Feed(
            AlertPages.Entry("expired", "A", expires: "2024-05-24T11:59:00Z"),
            AlertPages.Entry("trial", "B", status: "Test"),
            AlertPages.Entry("first", "C"),
            AlertPages.Entry("second", "C", message: "Update", references: "pl@example,first,2024-05-24T09:00:00+02:00"),
            AlertPages.Entry("fourth", "D"),
            AlertPages.Entry("fifth", "D", message: "Cancel", references: "pl@example,fourth,2024-05-24T09:00:00+02:00 pl@example,sixth,2024-05-24T09:00:00+02:00"),
            AlertPages.Entry("sixth", "E"));
        Assert.Equal(["second"], alerts.Select(a => a.Id));
    }

    [Fact]
    public void Entry_without_what_a_warning_must_have_is_left_out()
    {
        Assert.Empty(Feed("<entry><cap:event>Wind</cap:event></entry>", "<entry/>", "<other/>", AlertPages.Entry("id", "A", expires: "soon")));
        Assert.Equal(AlertSeverity.Unknown, Assert.Single(Feed(AlertPages.Entry("id", "A", severity: "Terrible"))).Severity);
    }

    [Theory]
    [InlineData("<html><body><p>Gone", "no whole feed")]
    [InlineData("<html></html>", "no Atom feed")]
    [InlineData("{}", "no whole feed")]
    [InlineData("", "no whole feed")]
    [InlineData("<!DOCTYPE feed [<!ENTITY a \"b\">]><feed xmlns='http://www.w3.org/2005/Atom'>&a;</feed>", "no whole feed")]
    public void What_is_no_feed_is_a_reason_in_plain_words(string body, string says) => Assert.Contains(
        says,
        Assert.IsType<Reading<IReadOnlyList<WeatherAlert>>.Unreadable>(MeteoAlarmClient.Read(Encoding.UTF8.GetBytes(body), "PL", Noon)).Reason,
        StringComparison.Ordinal);

    [Fact]
    public void Warning_of_the_United_States_becomes_a_warning_until_its_event_ends()
    {
        var alert = Assert.Single(Features(AlertPages.Warning("urn:1", ends: "2024-05-24T20:00:00-04:00")));
        Assert.Equal(("urn:1", "NWS Baltimore MD/Washington DC", "Tornado Warning", AlertSeverity.Extreme), (alert.Id, alert.Issuer, alert.Event, alert.Severity));
        Assert.Equal(("District of Columbia", "US", "Take cover."), (alert.Area, alert.Country, alert.Text));
        Assert.Equal(DateTimeOffset.Parse("2024-05-25T00:00Z"), alert.Expires);
        Assert.Equal(DateTimeOffset.Parse("2024-05-24T20:00Z"), Assert.Single(Features(AlertPages.Warning("urn:2"))).Expires);
        Assert.Null(alert.Link);
    }

    [Fact]
    public void Cancelled_replaced_expired_and_trial_warnings_of_the_United_States_are_left_out()
    {
        var alerts = Features(
            AlertPages.Warning("old", expires: "2024-05-24T07:59:00-04:00"),
            AlertPages.Warning("trial", status: "Test"),
            AlertPages.Warning("first"),
            AlertPages.Warning("second", message: "Update", replaces: ["first"]),
            AlertPages.Warning("third", message: "Update", replaces: ["first", "second"]),
            AlertPages.Warning("fourth"),
            AlertPages.Warning("fifth", message: "Cancel", replaces: ["fourth"]),
            new { id = "sixth" },
            "seventh");
        Assert.Equal(["third"], alerts.Select(a => a.Id));
    }

    [Theory]
    [InlineData("<html>", "page, not JSON")]
    [InlineData("{ \"features\": 5 }", "no features")]
    [InlineData("[]", "no features")]
    public void What_is_no_list_of_warnings_is_a_reason_in_plain_words(string body, string says) => Assert.Contains(
        says,
        Assert.IsType<Reading<IReadOnlyList<WeatherAlert>>.Unreadable>(NwsClient.Read(Encoding.UTF8.GetBytes(body), "US", Noon)).Reason,
        StringComparison.Ordinal);

    [Fact]
    public void A_document_with_a_byte_changed_or_cut_is_never_an_exception()
    {
        var feed = Encoding.UTF8.GetBytes(AlertPages.Feed(AlertPages.Entry("id-1", "Mazowieckie")));
        var features = Encoding.UTF8.GetBytes(AlertPages.Features(AlertPages.Warning("urn:1")));
        Gen.Select(Gen.Double[0, 0.999], Gen.Byte, Gen.Bool).Sample((at, value, cut) =>
            MeteoAlarmClient.Read(Spoilt(feed, at, value, cut), "PL", Noon) is not null && NwsClient.Read(Spoilt(features, at, value, cut), "US", Noon) is not null);
    }

    [Fact]
    public void Each_place_is_served_by_the_service_of_its_country()
    {
        var room = new WeatherWires([], [NewMeteoAlarm(), NewNws()], Microsoft.Extensions.Options.Options.Create(new WeatherOptions()));
        Assert.Equal("meteoalarm:poland", room.AlertsFor(WeatherRoom.Warsaw)!.Value.Area);
        Assert.Equal("nws:38.8951,-77.0364", room.AlertsFor(WeatherRoom.Washington)!.Value.Area);
        Assert.Null(room.AlertsFor(Gazetteer.CapitalOf("JP")!));
        var none = new WeatherWires([], [NewMeteoAlarm(), NewNws()], Microsoft.Extensions.Options.Options.Create(new WeatherOptions { Alerts = false }));
        Assert.Null(none.AlertsFor(WeatherRoom.Warsaw));
    }

    private static byte[] Spoilt(byte[] whole, double at, byte value, bool cut)
    {
        var place = (int)(at * whole.Length);
        if (cut)
            return whole[..place];
        var changed = (byte[])whole.Clone();
        changed[place] = value;
        return changed;
    }

    private static MeteoAlarmClient NewMeteoAlarm() => new(null!, TimeProvider.System, Microsoft.Extensions.Options.Options.Create(new WeatherOptions()));

    private static NwsClient NewNws() => new(null!, TimeProvider.System, Microsoft.Extensions.Options.Options.Create(new WeatherOptions()));

    private static IReadOnlyList<WeatherAlert> Feed(params string[] entries) =>
        Assert.IsType<Reading<IReadOnlyList<WeatherAlert>>.Read>(MeteoAlarmClient.Read(Encoding.UTF8.GetBytes(AlertPages.Feed(entries)), "PL", Noon)).Value;

    private static IReadOnlyList<WeatherAlert> Features(params object[] properties) =>
        Assert.IsType<Reading<IReadOnlyList<WeatherAlert>>.Read>(NwsClient.Read(Encoding.UTF8.GetBytes(AlertPages.Features(properties)), "US", Noon)).Value;
}
