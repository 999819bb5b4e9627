namespace GlobeEcho.Site.SearchPage;

/// <summary>A run of a text that is one of the reader's words, or is not.</summary>
public readonly record struct Piece(string Text, bool Hit);
