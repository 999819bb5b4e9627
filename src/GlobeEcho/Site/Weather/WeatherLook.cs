using GlobeEcho.Newsroom.Text;
using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Site.Weather;

/// <summary>What every page asks of the weather: what is kept, never what must be waited for.</summary>
public sealed class WeatherLook(WeatherDesk desk, DefaultPlace fallback, TimeProvider clock)
{
    /// <summary>The reader's place on the masthead; looked up once for each request.</summary>
    public Task<PlaceNow> EarAsync(HttpContext context)
    {
        if (context.Items[typeof(WeatherLook)] is Task<PlaceNow> asked)
            return asked;
        var asking = LookAsync(context);
        context.Items[typeof(WeatherLook)] = asking;
        return asking;
    }

    /// <summary>Changes whenever the ear on the masthead does.</summary>
    public async Task<string> EarStateAsync(HttpContext context)
    {
        var ear = await EarAsync(context);
        var forecast = ear.Weather.Forecast;
        return $"{ear.Place.Id.Value} {WeatherChoice.Read(context.Request).Units} {forecast?.Fetched:O} {ear.Step?.Start:O} {ear.Now:yyyy-MM-dd} {ear.IsOld} {ear.IsNight} {ear.Warnings.Count}";
    }

    /// <summary>In the order of the places.</summary>
    public async Task<IReadOnlyList<PlaceNow>> NowAsync(IReadOnlyList<Place> places, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return (await desk.LookAsync(places, cancel)).Select(w => PlaceNow.Of(w, w.Forecast is { } f ? ForecastDays.Of(f) : [], now)).ToList();
    }

    /// <summary>The reader's places that the paper knows, in their order.</summary>
    public async Task<IReadOnlyList<Place>> ChosenAsync(WeatherChoice choice, CancellationToken cancel)
    {
        var places = new List<Place>();
        foreach (var id in choice.Places)
        {
            if (await desk.PlaceAsync(id, cancel) is { } place)
                places.Add(place);
        }

        return places;
    }

    /// <summary>The reader's first place; the paper's own when there is none.</summary>
    public async Task<Place> MineAsync(WeatherChoice choice, CancellationToken cancel)
    {
        foreach (var id in choice.Places)
        {
            if (await desk.PlaceAsync(id, cancel) is { } place)
                return place;
        }

        return await fallback.FindAsync(cancel);
    }

    private async Task<PlaceNow> LookAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        return (await NowAsync([await MineAsync(WeatherChoice.Read(context.Request), cancel)], cancel))[0];
    }
}
