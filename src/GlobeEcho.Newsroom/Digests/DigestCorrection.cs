using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>How a digest followed a publisher's correction.</summary>
/// <param name="Article">The article as it was read first.</param>
/// <param name="Publisher">Its publisher's name.</param>
/// <param name="Outcome">Changed, Withdrawn or Lost.</param>
/// <param name="Noticed">When the paper saw that the publisher had changed it, UTC.</param>
/// <param name="Written">When the digest was rewritten, UTC.</param>
/// <param name="HeadlineBefore">The feed's; null, as the headline after, when it stayed.</param>
/// <param name="Claims">Those that rested on the article; at least one.</param>
public sealed record DigestCorrection(
    StoryId Story,
    ArticleId Article,
    string Publisher,
    RevisionOutcome Outcome,
    DateTimeOffset Noticed,
    DateTimeOffset Written,
    string? HeadlineBefore,
    string? HeadlineAfter,
    IReadOnlyList<TouchedClaim> Claims)
{
    public int TakenOut => Claims.Count(c => c.Fate == ClaimFate.TakenOut);
}
