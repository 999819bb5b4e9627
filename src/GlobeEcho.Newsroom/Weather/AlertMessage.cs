namespace GlobeEcho.Newsroom.Weather;

/// <summary>One message of a service: a warning, a new form of an earlier one, or the taking back of one.</summary>
/// <param name="IsCancel">It takes back what it refers to.</param>
/// <param name="Replaces">The identifiers of the messages that it stands for from now on.</param>
internal sealed record AlertMessage(WeatherAlert Alert, bool IsCancel, IReadOnlyList<string> Replaces)
{
    /// <summary>What is left in force or to come once every message has been heard.</summary>
    public static IReadOnlyList<WeatherAlert> InForce(IReadOnlyList<AlertMessage> messages, DateTimeOffset now)
    {
        var gone = messages.SelectMany(m => m.Replaces).ToHashSet(StringComparer.Ordinal);
        return messages.Where(m => !m.IsCancel && !gone.Contains(m.Alert.Id) && m.Alert.Expires > now).Select(m => m.Alert).ToList();
    }

    /// <summary>Unknown for a word that the Common Alerting Protocol does not have.</summary>
    public static AlertSeverity SeverityOf(string? word) => word?.ToLowerInvariant() switch
    {
        "extreme" => AlertSeverity.Extreme,
        "severe" => AlertSeverity.Severe,
        "moderate" => AlertSeverity.Moderate,
        "minor" => AlertSeverity.Minor,
        _ => AlertSeverity.Unknown,
    };

    /// <summary>Null for what is no address of the web.</summary>
    public static Uri? LinkOf(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link : null;
}
