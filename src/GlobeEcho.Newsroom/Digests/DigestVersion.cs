using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>One printed state of a digest.</summary>
/// <param name="Number">From 1. A rewriting that changes no word makes no version.</param>
/// <param name="Written">UTC.</param>
public sealed record DigestVersion(
    StoryId Story, int Number, DateTimeOffset Written, DigestCause Cause, string Headline, string? Language, IReadOnlyList<Claim> Claims)
{
    /// <summary>The sentence under the headline; null for none.</summary>
    public Claim? Standfirst { get; init; }

    /// <summary>Every sentence that was printed, in the order of the page.</summary>
    public IEnumerable<Claim> Printed => Standfirst is { } first ? Claims.Prepend(first) : Claims;
}
