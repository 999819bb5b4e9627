namespace GlobeEcho.Newsroom.Articles;

/// <summary>What a page says about its article beside the text.</summary>
internal sealed record PageFacts(
    string Headline,
    IReadOnlyList<string> Byline,
    DateTimeOffset? Published,
    DateTimeOffset? Modified,
    string? Language,
    Uri? LeadImage,
    string? Section,
    Uri? Canonical,
    string? Body,
    string? Description,
    string? Site);
