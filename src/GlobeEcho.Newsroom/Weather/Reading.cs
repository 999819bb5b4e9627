using System.Text;
using System.Text.Json;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>What came of reading a provider's document.</summary>
public abstract record Reading<T>
{
    private Reading()
    {
    }

    public sealed record Read(T Value) : Reading<T>;

    /// <summary>It is not the document it should be; the reason is in plain words.</summary>
    public sealed record Unreadable(string Reason) : Reading<T>;

    /// <summary>Reads a document of JSON; what is none comes back as a reason.</summary>
    internal static Reading<T> Of(byte[] body, Func<JsonElement, Reading<T>> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body, JsonFields.Limits);
            return read(document.RootElement);
        }
        catch (JsonException e)
        {
            var start = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 60))).TrimStart().ReplaceLineEndings(" ");
            return new Unreadable(body.Length == 0 ? "The answer is empty."
                : start.StartsWith('<') ? $"The answer is a page, not JSON; it begins with {start}"
                : $"The answer is no whole JSON document (line {e.LineNumber + 1}).");
        }
    }
}
