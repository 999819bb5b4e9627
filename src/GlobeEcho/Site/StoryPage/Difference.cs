namespace GlobeEcho.Site.StoryPage;

/// <summary>A number on which reports differ, as the page prints it.</summary>
/// <param name="Number">On this page, counted from 1.</param>
/// <param name="Counted">"Deaths".</param>
/// <param name="Values">Two or more; the later and better attested first.</param>
public sealed record Difference(int Number, string Counted, IReadOnlyList<DifferingValue> Values);
