namespace GlobeEcho.Newsroom.Fetching;

/// <summary>One address to ask for, with the validators of the last answer if there was one.</summary>
/// <param name="Accept">The Accept header; anything when null.</param>
public sealed record FetchRequest(Uri Address, string? ETag = null, string? LastModified = null, string? Accept = null);
