namespace GlobeEcho.Site.StoryPage;

/// <summary>One of the values on which reports differ.</summary>
/// <param name="Text">"At least 100".</param>
/// <param name="Quotes">Of each independent voice the sentence that has it, the latest first; at least one.</param>
public sealed record DifferingValue(string Text, IReadOnlyList<Quote> Quotes);
