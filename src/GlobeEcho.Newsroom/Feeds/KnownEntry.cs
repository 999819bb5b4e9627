namespace GlobeEcho.Newsroom.Feeds;

/// <summary>What identity and correction are judged by of an entry that is kept already.</summary>
/// <param name="TextHash">Null when it was kept before texts were hashed.</param>
/// <param name="Edits">Corrections noticed so far.</param>
internal sealed record KnownEntry(FeedEntryId Id, string Guid, string Link, string Title, string? TextHash, int Edits);
