using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom.Weather;

internal static partial class WeatherLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Weather: {Asked} asked, {Fresh} new, {Unchanged} unchanged, {Failed} failed")]
    public static partial void Round(ILogger log, int asked, int fresh, int unchanged, int failed);

    [LoggerMessage(Level = LogLevel.Information, Message = "No forecast for {Place} from {Source} ({Failures} in a row): {Reason}")]
    public static partial void NoForecast(ILogger log, string place, ForecastSource source, int failures, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "No warnings for {Area} ({Failures} in a row): {Reason}")]
    public static partial void NoAlerts(ILogger log, string area, int failures, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} places are wanted beyond Weather:KeepPlaces and are not asked for")]
    public static partial void NoSeat(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "The geocoder does not answer; places come from our own list for a while: {Reason}")]
    public static partial void NoGeocoder(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The round of the weather failed; what is kept stays up and the next round tries again")]
    public static partial void RoundFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The weather has stopped")]
    public static partial void Stopped(ILogger log);
}
