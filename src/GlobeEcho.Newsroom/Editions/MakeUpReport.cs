namespace GlobeEcho.Newsroom.Editions;

/// <summary>What one make-up did.</summary>
/// <param name="Stories">Weighed.</param>
/// <param name="Placed">Stories in the edition.</param>
/// <param name="Changed">Whether a new edition was saved; false when it would have been the last one again.</param>
public sealed record MakeUpReport(int Stories, int Placed, bool Changed);
