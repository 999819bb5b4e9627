namespace GlobeEcho.Newsroom.Articles;

/// <summary>What one round of reading did; the last four add up to the first.</summary>
/// <param name="Read">New articles.</param>
/// <param name="Known">Entries whose article the paper had already.</param>
/// <param name="Refused">Entries that will not be tried again.</param>
/// <param name="Later">Entries that wait for another try.</param>
public sealed record ReadReport(int Tried, int Read, int Known, int Refused, int Later);
