using System.Globalization;
using System.Text.Json;

namespace GlobeEcho.Newsroom.Text;

/// <summary>Reads JSON whose types nobody can be sure of. What is missing or of the wrong type is null, never zero.</summary>
internal static class JsonFields
{
    /// <summary>Deeper than any provider's document.</summary>
    public static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32 };

    /// <summary>Null for anything that is not one whole JSON value within the limits.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            return JsonDocument.Parse(text, Limits);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonElement? Field(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static JsonElement? Field(this JsonElement? parent, string name) => parent?.Field(name);

    /// <summary>The items of a list; none when it is missing or is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement? list) => list is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

    /// <summary>Without white space around it; null when nothing is left.</summary>
    public static string? Text(this JsonElement parent, string name) =>
        parent.Field(name) is { } text && TextOf(text)?.Trim() is { Length: > 0 } value ? value : null;

    public static string? Text(this JsonElement? parent, string name) => parent?.Text(name);

    /// <summary>As it is written; null for what is no text, or holds bytes that are no characters.</summary>
    public static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // The parser looks at a string's characters only when it is asked for them; half a surrogate pair is none.
            return null;
        }
    }

    public static decimal? Number(this JsonElement parent, string name) => parent.Field(name)?.Number();

    /// <summary>A number, be it written as a string.</summary>
    public static decimal? Number(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.String when decimal.TryParse(TextOf(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>A number within its limits; one outside of them is a slip, and is null.</summary>
    public static double? Number(this JsonElement? parent, string name, double least, double most) => parent.Field(name)?.Number(least, most);

    public static double? Number(this JsonElement value, double least, double most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= least && number <= most ? number : null;

    /// <summary>A number above zero.</summary>
    public static decimal? Price(this JsonElement parent, string name) => parent.Number(name) is > 0 and var price ? price : null;

    public static long? Whole(this JsonElement parent, string name) =>
        parent.Number(name) is { } number && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;

    public static DateTimeOffset? Moment(this JsonElement parent, string name) => Moment(parent.Text(name));

    public static DateTimeOffset? Moment(this JsonElement? parent, string name) => parent?.Moment(name);

    /// <summary>ISO 8601; without an offset it is UTC.</summary>
    public static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    /// <summary>A moment in Unix seconds.</summary>
    public static DateTimeOffset? Seconds(this JsonElement parent, string name) =>
        parent.Whole(name) is > 0 and < 253_402_300_800 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
