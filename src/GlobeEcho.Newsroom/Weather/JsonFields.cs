using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>Reads JSON whose types nobody can be sure of: what is missing or of the wrong type is null.</summary>
internal static class JsonFields
{
    // Deeper than any provider's document.
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32 };

    /// <summary>Reads a document; what is no JSON comes back as a reason.</summary>
    public static Reading<T> Read<T>(byte[] body, Func<JsonElement, Reading<T>> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Limits);
            return read(document.RootElement);
        }
        catch (JsonException e)
        {
            var start = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 60))).TrimStart().ReplaceLineEndings(" ");
            return new Reading<T>.Unreadable(body.Length == 0 ? "The answer is empty."
                : start.StartsWith('<') ? $"The answer is a page, not JSON; it begins with {start}"
                : $"The answer is no whole JSON document (line {e.LineNumber + 1}).");
        }
    }

    public static JsonElement? Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) && child.ValueKind != JsonValueKind.Null ? child : null;

    public static JsonElement? Child(this JsonElement? element, string name) => element?.Child(name);

    /// <summary>The items of a list; none when it is missing or is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static string? Text(this JsonElement? element, string name) =>
        element.Child(name) is { } text && TextOf(text)?.Trim() is { Length: > 0 } value ? value : null;

    public static string? Text(this JsonElement element, string name) => Text((JsonElement?)element, name);

    /// <summary>Null for what is no text, or holds bytes that are no characters.</summary>
    public static string? TextOf(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // The parser looks at a string's characters only when it is asked for them.
            return null;
        }
    }

    /// <summary>A number within its limits; one outside of them is a slip, and is null.</summary>
    public static double? Number(this JsonElement? element, string name, double least, double most) => element.Child(name)?.Number(least, most);

    public static double? Number(this JsonElement element, double least, double most) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && number >= least && number <= most ? number : null;

    public static DateTimeOffset? Moment(this JsonElement? element, string name) => Moment(element.Text(name));

    /// <summary>ISO 8601; without an offset it is UTC.</summary>
    public static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
}
