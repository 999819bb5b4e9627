namespace GlobeEcho.Newsroom.Markets;

/// <summary>A quote on the board.</summary>
/// <param name="Number">The board's count when it was put up; higher is later.</param>
public sealed record PostedQuote(Quote Quote, long Number);
