namespace GlobeEcho.Newsroom.Fetching;

/// <summary>One address to ask for, with the validators of the last answer if there was one.</summary>
/// <param name="Accept">The Accept header; anything when null.</param>
/// <param name="AsRobot">The page was found by following a link, so the site's robots.txt decides whether it is asked for, at every hop.</param>
/// <param name="Form">Fields that are posted; null asks with GET.</param>
public sealed record FetchRequest(
    Uri Address,
    string? ETag = null,
    string? LastModified = null,
    string? Accept = null,
    bool AsRobot = false,
    IReadOnlyList<KeyValuePair<string, string>>? Form = null);
