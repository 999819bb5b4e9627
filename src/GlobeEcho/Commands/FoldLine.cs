using System.Text.Json.Serialization;

namespace GlobeEcho.Commands;

/// <summary>One line of the file that is folded; other fields are passed over.</summary>
internal sealed record FoldLine
{
    [JsonRequired]
    public required string Id { get; init; }

    public DateTimeOffset? Published { get; init; }

    public string? Publisher { get; init; }

    public string? Headline { get; init; }

    public string? Text { get; init; }

    public string? Language { get; init; }
}
