using System.ComponentModel.DataAnnotations;

namespace GlobeEcho.Newsroom.Archive;

/// <summary>Where the paper keeps what it knows. Configuration section <c>Archive</c>.</summary>
public sealed class ArchiveOptions
{
    /// <summary>The data folder; it holds <c>globe-echo.db</c> and a lock file. Made when it is missing.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Folder { get; set; } = "globe-echo-data";

    /// <summary>How many days the raw bytes of a page are kept.</summary>
    [Range(0, 3650)]
    public int RawPageDays { get; set; } = 14;
}
