using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>A number in a text, in figures or words, with what stands around it.</summary>
/// <param name="Span">The number with its "million", sign of percent or currency.</param>
/// <param name="Unit">"%", a currency ("$", "dollar"), or a measure ("km"); null for a bare count.</param>
/// <param name="Bound">-1 for "at most", "nearly"; 1 for "at least", "more than"; 0 for a number that is meant exactly.</param>
/// <param name="IsAbout">"About", "some", "around".</param>
/// <param name="Phrase">The span with the words before it that bound it: "at least 100".</param>
internal sealed record Quantity(TextSpan Span, decimal Value, string? Unit, int Bound, bool IsAbout, TextSpan Phrase);
