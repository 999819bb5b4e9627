namespace GlobeEcho.Newsroom.Fetching;

/// <summary>How much of an answer is taken.</summary>
/// <param name="Bytes">After decompression.</param>
/// <param name="Cut">Whether a longer answer is cut there, instead of refused.</param>
/// <param name="Redirects">How many are followed.</param>
internal sealed record FetchLimits(int Bytes, bool Cut, int Redirects);
