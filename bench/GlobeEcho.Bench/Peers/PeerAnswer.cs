using System.Text.Json;

namespace GlobeEcho.Bench.Peers;

/// <summary>What an extractor found in a page, as the score script reads it.</summary>
internal sealed record PeerAnswer(string Id, string Text, string? Headline, IReadOnlyList<string> Byline, string? Published)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public string ToLine() => JsonSerializer.Serialize(this, Json);
}
