using System.ComponentModel.DataAnnotations;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>How digests are written. Configuration section <c>Digests</c>.</summary>
public sealed class DigestsOptions
{
    /// <summary>How many stories are written before they are saved together.</summary>
    [Range(1, 10_000)]
    public int Batch { get; set; } = 500;

    /// <summary>How many of a story's tellings are read for its digest.</summary>
    [Range(1, 400)]
    public int MostTellings { get; set; } = 40;
}
