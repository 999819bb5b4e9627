using System.Globalization;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Tests.Feeds;

public sealed class FeedDatesTests
{
    [Theory]
    [InlineData("Fri, 24 May 2024 18:30:00 +0200", "2024-05-24T16:30:00")]
    [InlineData("Fri, 24 May 2024 18:30:00 GMT", "2024-05-24T18:30:00")]
    [InlineData("24 May 2024 18:30 EDT", "2024-05-24T22:30:00")]
    [InlineData("Fri, 24 May 24 18:30:00 PST", "2024-05-25T02:30:00")]
    [InlineData("Sun, 06 Nov 94 08:49:37 GMT", "1994-11-06T08:49:37")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37")]
    [InlineData("Fri, 24 May 2024 18:30:00", "2024-05-24T18:30:00")]
    [InlineData("Fri,24 May 2024 18:30:00 +02:00", "2024-05-24T16:30:00")]
    [InlineData("Fri, 24 May 2024 18:30:00 GMT+0200", "2024-05-24T16:30:00")]
    [InlineData("Fri, 24 May 2024 6:30:00 PM GMT", "2024-05-24T18:30:00")]
    [InlineData("Fri May 24 18:30:00 UTC 2024", "2024-05-24T18:30:00")]
    [InlineData("May 24, 2024 6:30 pm EST", "2024-05-24T23:30:00")]
    [InlineData("May 24, 2024", "2024-05-24T00:00:00")]
    [InlineData("Freitag, 24. Mai 2024 18:30 MESZ", "2024-05-24T16:30:00")]
    [InlineData("ven., 24 août 2024 18:30:00 +0200", "2024-08-24T16:30:00")]
    [InlineData("24 de mayo de 2024 18:30", "2024-05-24T18:30:00")]
    [InlineData("2024-05-24T18:30:00Z", "2024-05-24T18:30:00")]
    [InlineData("2024-05-24T18:30:00.1234567+02:00", "2024-05-24T16:30:00")]
    [InlineData("2024-05-24T18:30:00-0430", "2024-05-24T23:00:00")]
    [InlineData("2024-05-24 18:30:00", "2024-05-24T18:30:00")]
    [InlineData("2024-05-24 18:30:00 +0200", "2024-05-24T16:30:00")]
    [InlineData("2024-05-24T18:30Z", "2024-05-24T18:30:00")]
    [InlineData("2024-05-24", "2024-05-24T00:00:00")]
    [InlineData("2024-05", "2024-05-01T00:00:00")]
    [InlineData("2024", "2024-01-01T00:00:00")]
    [InlineData("20240524T183000Z", "2024-05-24T18:30:00")]
    [InlineData("20240524", "2024-05-24T00:00:00")]
    [InlineData("2024-145", "2024-05-24T00:00:00")]
    [InlineData("24.05.2024 18:30", "2024-05-24T18:30:00")]
    [InlineData("05/24/2024 18:30", "2024-05-24T18:30:00")]
    [InlineData("24/05/2024 18:30", "2024-05-24T18:30:00")]
    [InlineData("2024/05/24 18:30:00", "2024-05-24T18:30:00")]
    [InlineData("2024-W21-5", "2024-05-24T00:00:00")]
    [InlineData("2024W215T18:30Z", "2024-05-24T18:30:00")]
    [InlineData("2024145", "2024-05-24T00:00:00")]
    [InlineData("240524", "2024-05-24T00:00:00")]
    [InlineData("24145", "2024-05-24T00:00:00")]
    [InlineData("-2405", "2024-05-01T00:00:00")]
    [InlineData("-24-05", "2024-05-01T00:00:00")]
    [InlineData("24-05-24", "2024-05-24T00:00:00")]
    [InlineData("2024-5-4T8:05Z", "2024-05-04T08:05:00")]
    [InlineData("2024-05-24 18:30:00.0", "2024-05-24T18:30:00")]
    [InlineData("Fri, 2024/05/24 18:30:00 EDT", "2024-05-24T22:30:00")]
    [InlineData("2024-május-24T18:30-05:00", "2024-05-24T23:30:00")]
    [InlineData("Παρ, 24 Μάι 2024 18:30:00 EEST", "2024-05-24T15:30:00")]
    [InlineData("пт, 24 мая 2024 18:30:00 +0300", "2024-05-24T15:30:00")]
    [InlineData("2024년 05월 24일 18:30:00", "2024-05-24T18:30:00")]
    [InlineData("2024-05-24 오후 6:30:00", "2024-05-24T18:30:00")]
    [InlineData("2024年5月24日 18:30", "2024-05-24T18:30:00")]
    [InlineData("1716575400", "2024-05-24T18:30:00")]
    [InlineData("1716575400000", "2024-05-24T18:30:00")]
    [InlineData("  Fri, 24 May 2024 24:00:00 GMT ", "2024-05-25T00:00:00")]
    [InlineData("Fri, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59")]
    [InlineData("Published: Fri, 24 May 2024 18:30:00 GMT (updated)", "2024-05-24T18:30:00")]
    public void Dates_are_read_as_utc(string written, string utc)
    {
        Assert.Equal(DateTimeOffset.Parse(utc + "Z", CultureInfo.InvariantCulture), FeedDates.Read(written));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("30 Feb 2024 10:00")]
    [InlineData("2024-13-01")]
    [InlineData("99999999999999999999")]
    [InlineData("2024-05-24-01")]
    [InlineData("2024-05-24T25:30:00Z")]
    [InlineData("2024-05-24T18:xx:00Z")]
    [InlineData("2024-05-24T18:30:00+02:00and so on")]
    [InlineData("Fri, 24 May 2024 aa:30:00 GMT")]
    [InlineData("Fri, 24 May 2024 18:30:00 +zz:00")]
    [InlineData("2024-W54-1")]
    [InlineData("Fri, 24 May 2024 18:30:00 +02:zz")]
    [InlineData("0000-00-00T00:00:00")]
    public void What_is_no_date_is_none(string? written)
    {
        Assert.Null(FeedDates.Read(written));
    }
}
