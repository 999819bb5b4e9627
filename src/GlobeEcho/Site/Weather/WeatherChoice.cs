using System.Globalization;
using GlobeEcho.Newsroom.Text;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.Weather;

/// <summary>
/// What a reader chose: places, the first of them on the masthead, and units. The reader's own browser keeps it in one cookie
/// ("625144.2643743-c-ms"); the paper keeps nothing.
/// </summary>
/// <param name="Places">At most <see cref="MostPlaces"/>, each once.</param>
public sealed record WeatherChoice(IReadOnlyList<PlaceId> Places, ReaderUnits Units)
{
    public const int MostPlaces = 8;
    private const string Cookie = "weather";

    // Longer than eight numbers and two units can be.
    private const int LongestCookie = 120;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public static WeatherChoice None { get; } = new([], default);

    /// <summary>Whatever makes no sense in it is left out.</summary>
    public static WeatherChoice Parse(string? written)
    {
        if (written is not { Length: > 0 and <= LongestCookie })
            return None;
        var parts = written.Split('-');
        var places = parts[0].Split('.').Select(IdOf).OfType<PlaceId>().Distinct().Take(MostPlaces).ToList();
        return new WeatherChoice(places, ReaderUnits.Parse(parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2)));
    }

    public static WeatherChoice Read(HttpRequest request) => Parse(request.Cookies[Cookie]);

    /// <summary>A place's number as forms and addresses write it; null for anything else.</summary>
    public static PlaceId? IdOf(string? written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? new PlaceId(number) : null;

    /// <summary>First of all; when there are too many, the last goes.</summary>
    public WeatherChoice Mine(PlaceId place) => this with { Places = Places.Where(p => p != place).Prepend(place).Take(MostPlaces).ToList() };

    /// <summary>Last of all; as it was when there is no room or it is there already.</summary>
    public WeatherChoice Add(PlaceId place) =>
        Places.Count >= MostPlaces || Places.Contains(place) ? this : this with { Places = [.. Places, place] };

    public WeatherChoice Remove(PlaceId place) => this with { Places = Places.Where(p => p != place).ToList() };

    public string Write() =>
        string.Join('.', Places.Select(p => p.Value.ToString(CultureInfo.InvariantCulture))) + $"-{ReaderUnits.Code(Units.Temperature)}-{ReaderUnits.Code(Units.Wind)}";

    public void Keep(HttpContext context) => context.Response.Cookies.Append(Cookie, Write(), ReaderCookie.Of(context, Kept));
}
