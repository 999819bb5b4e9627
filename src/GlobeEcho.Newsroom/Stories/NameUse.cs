namespace GlobeEcho.Newsroom.Stories;

/// <summary>A name in a story.</summary>
/// <param name="Name">As it sounds, the same in every language: "lukasenko".</param>
/// <param name="Written">As a telling writes it.</param>
/// <param name="Tellings">How many tellings hold it.</param>
public sealed record NameUse(string Name, string Written, int Tellings);
