using System.Globalization;
using System.Text.Json;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>Reads what providers write now as numbers, now as strings. A value that is missing or no number is null, never zero.</summary>
internal static class JsonFields
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16 };

    /// <summary>Null for anything that is not one whole JSON value of at most 16 levels.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            return JsonDocument.Parse(text, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonElement? Field(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? value
            : null;

    public static string? Text(this JsonElement parent, string name) =>
        parent.Field(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static decimal? Number(this JsonElement parent, string name) => parent.Field(name) is { } value ? value.Number() : null;

    public static decimal? Number(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>A number above zero.</summary>
    public static decimal? Price(this JsonElement parent, string name) => parent.Number(name) is > 0 and var price ? price : null;

    public static long? Whole(this JsonElement parent, string name) =>
        parent.Number(name) is { } number && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;

    /// <summary>An RFC 3339 moment.</summary>
    public static DateTimeOffset? Moment(this JsonElement parent, string name) =>
        parent.Text(name) is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : null;

    /// <summary>A moment in Unix seconds.</summary>
    public static DateTimeOffset? Seconds(this JsonElement parent, string name) =>
        parent.Whole(name) is > 0 and < 253_402_300_800 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
