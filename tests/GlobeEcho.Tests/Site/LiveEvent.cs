using System.Text.Json;

namespace GlobeEcho.Tests.Site;

/// <param name="Text">The event's lines as they came.</param>
internal sealed record LiveEvent(string Id, string Kind, JsonElement Data, string Text)
{
    public long Sequence => Data.GetProperty("seq").GetInt64();

    public IReadOnlyList<JsonElement> Quotes => [.. Data.GetProperty("quotes").EnumerateArray()];

    /// <summary>"coin1-usd 101.00 coin2-usd 99.50": who is in it, with the printed price.</summary>
    public string Prices => string.Join(' ', Quotes.Select(q => $"{q.GetProperty("id").GetString()} {(q.TryGetProperty("price", out var p) ? p.GetString() : "-")}"));
}
