namespace GlobeEcho.Newsroom.Weather;

/// <summary>What came of one round. The counts are of forecasts and of areas with warnings together.</summary>
/// <param name="Asked">Places and areas asked for.</param>
/// <param name="MoreWaiting">More was due than one round takes.</param>
/// <param name="NextDue">When the next forecast is due; null when no place is wanted.</param>
public sealed record WeatherReport(int Asked, int Fresh, int Unchanged, int Failed, bool MoreWaiting, DateTimeOffset? NextDue);
