namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Where an entry's page stands. The numbers are stored.</summary>
public enum EntryState
{
    Waiting = 0,
    Read = 1,
    Refused = 2,
}
