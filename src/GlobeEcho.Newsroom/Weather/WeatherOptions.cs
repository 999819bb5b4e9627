using System.ComponentModel.DataAnnotations;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>Where weather comes from and how often it is asked for. Configuration section <c>Weather</c>.</summary>
public sealed class WeatherOptions
{
    /// <summary>Who forecasts come from. MET Norway allows every use; Open-Meteo's free service is for non-commercial use only, and whether yours is one is for you to judge.</summary>
    public ForecastSource Forecasts { get; set; } = ForecastSource.MetNorway;

    /// <summary>The address of MET Norway's Locationforecast.</summary>
    public Uri MetNorway { get; set; } = new("https://api.met.no/weatherapi/locationforecast/2.0/complete");

    /// <summary>The address of Open-Meteo's forecasts; a server of your own may stand here.</summary>
    public Uri OpenMeteo { get; set; } = new("https://api.open-meteo.com/v1/forecast");

    /// <summary>Whether places are searched at Open-Meteo's geocoder (non-commercial use only) before our own list; without it, only towns of 75,000 people or more are found.</summary>
    public bool Geocode { get; set; } = true;

    /// <summary>The address of the geocoder.</summary>
    public Uri Geocoding { get; set; } = new("https://geocoding-api.open-meteo.com/v1/search");

    /// <summary>Whether warnings are asked for: MeteoAlarm for Europe, the National Weather Service for the United States.</summary>
    public bool Alerts { get; set; } = true;

    /// <summary>The folder of MeteoAlarm's Atom feeds, with a slash at its end.</summary>
    public Uri MeteoAlarm { get; set; } = new("https://feeds.meteoalarm.org/feeds/");

    /// <summary>The address of the National Weather Service's warnings in force.</summary>
    public Uri Nws { get; set; } = new("https://api.weather.gov/alerts/active");

    /// <summary>The place in the masthead of a reader who has chosen none: "Minsk" or "Paris, FR"; empty leaves it to the edition.</summary>
    public string Place { get; set; } = "";

    /// <summary>How many places are kept fresh at most; those that were looked at longest ago go first.</summary>
    [Range(1, 2000)]
    public int KeepPlaces { get; set; } = 300;

    /// <summary>Hours after the last look for which a place is kept fresh.</summary>
    [Range(1, 8760)]
    public int FreshHours { get; set; } = 48;

    /// <summary>Least minutes between two requests for one place's forecast; a provider that asks for more gets more.</summary>
    [Range(10, 1440)]
    public int ForecastMinutes { get; set; } = 30;

    /// <summary>Least minutes between two requests for one area's warnings.</summary>
    [Range(10, 1440)]
    public int AlertMinutes { get; set; } = 15;
}
