namespace GlobeEcho.Newsroom.Editions;

/// <summary>What one telling shows of the section it belongs to.</summary>
/// <param name="PublisherSection">What its publisher calls the section; null when nobody says.</param>
/// <param name="Text">Only its opening is read.</param>
public sealed record SectionHint(string? PublisherSection, string Headline, string Text);
