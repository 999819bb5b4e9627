namespace GlobeEcho.Newsroom.Fetching;

/// <summary>Carries a refusal out of the dialling; it never leaves the room.</summary>
internal sealed class FetchRefusedException(string reason) : Exception(reason);
