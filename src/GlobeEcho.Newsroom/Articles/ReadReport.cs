namespace GlobeEcho.Newsroom.Articles;

/// <summary>What came of the pages tried in one pass.</summary>
/// <param name="Read">New articles.</param>
/// <param name="Known">Their address was an article already.</param>
/// <param name="Refused">Given up, each with a recorded reason.</param>
/// <param name="Later">To be tried again.</param>
public sealed record ReadReport(int Tried, int Read, int Known, int Refused, int Later);
