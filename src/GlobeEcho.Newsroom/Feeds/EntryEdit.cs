namespace GlobeEcho.Newsroom.Feeds;

/// <summary>An entry that is told differently now.</summary>
internal sealed record EntryEdit(KnownEntry Known, FeedItem Item, string TextHash, bool HeadlineChanged, bool TextChanged)
{
    /// <summary>Worth telling, and reading its page again.</summary>
    public bool IsCorrection => HeadlineChanged || TextChanged;
}
