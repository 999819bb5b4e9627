using System.ComponentModel.DataAnnotations;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>How digests are written. Configuration section <c>Digests</c>.</summary>
public sealed class DigestsOptions
{
    /// <summary>ISO 639-1: the language of the paper. A story none tells in it is printed in the language most tell it in.</summary>
    [RegularExpression("[a-z]{2,3}")]
    [Required(AllowEmptyStrings = false)]
    public string Language { get; set; } = "en";

    /// <summary>How many stories are written before they are saved together.</summary>
    [Range(1, 10_000)]
    public int Batch { get; set; } = 500;

    /// <summary>How many of a story's tellings are read for its digest.</summary>
    [Range(1, 400)]
    public int MostTellings { get; set; } = 40;
}
