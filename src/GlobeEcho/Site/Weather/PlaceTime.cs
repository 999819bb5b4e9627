using System.Globalization;
using GlobeEcho.Newsroom.Text;
using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Site.Weather;

/// <summary>Moments as the clocks of a place show them.</summary>
public static class PlaceTime
{
    public static DateTimeOffset Local(Place place, DateTimeOffset moment) => PlaceClock.At(moment, PlaceClock.ZoneOf(place));

    /// <summary>"18:40". The moment must be local already.</summary>
    public static string Hour(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Friday 24 May".</summary>
    public static string Day(DateTimeOffset local) => local.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>"18:40" on the day of <paramref name="now"/>, "Sat 18:40" within the week around it, "3 May 18:40" elsewhere. Both local.</summary>
    public static string Short(DateTimeOffset local, DateTimeOffset now)
    {
        var days = Math.Abs((local.Date - now.Date).TotalDays);
        return days < 1 ? Hour(local) : local.ToString(days < 7 ? "ddd HH:mm" : "d MMM HH:mm", CultureInfo.InvariantCulture);
    }
}
