namespace GlobeEcho.Site.Echo;

/// <summary>One telling on the strip.</summary>
/// <param name="At">0 to 100, in hundredths of the strip's width.</param>
/// <param name="Voice">The publisher, in the order the publishers came in, counted from 1.</param>
/// <param name="Earlier">It was published before the strip begins, and stands at its edge.</param>
public readonly record struct EchoMark(double At, EchoShape Shape, int Voice, bool Earlier);
