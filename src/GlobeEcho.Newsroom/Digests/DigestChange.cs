namespace GlobeEcho.Newsroom.Digests;

/// <summary>What a version of a digest changed against the one before.</summary>
/// <param name="Added">Sentences, in the order of the version; of a first version all of them.</param>
/// <param name="Removed">Sentences, in the order of the version before.</param>
/// <param name="HeadlineBefore">Null when the headline stayed.</param>
public sealed record DigestChange(DigestVersion Version, IReadOnlyList<string> Added, IReadOnlyList<string> Removed, string? HeadlineBefore);
