namespace GlobeEcho.Newsroom.Articles;

/// <summary>What one source within a page (linked data, meta tags, marked-up elements) says of the article; null or empty where it says nothing.</summary>
internal sealed record PageFacts
{
    public string? Headline { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public string? Published { get; init; }
    public string? Modified { get; init; }
    public string? Language { get; init; }
    public string? Image { get; init; }
    public string? Section { get; init; }
    public string? Site { get; init; }
    public string? Description { get; init; }
    public string? Body { get; init; }
}
