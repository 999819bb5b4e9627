using System.CommandLine;

namespace GlobeEcho.Commands;

/// <summary>Options that several commands share; one instance each, so that they read and parse alike.</summary>
internal static class CommandOptions
{
    public static Option<DirectoryInfo?> Data { get; } = new("--data")
    {
        Description = "The data folder (default: globe-echo-data in the current folder, or Archive:Folder of the configuration).",
        HelpName = "DIR",
    };

    public static Option<string[]> Feeds { get; } = new("--feeds")
    {
        Description = "A list of feeds to add, OPML, as a file or an address. Without one, a new archive starts with the built-in list.",
        HelpName = "FILE|URL",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    public static Option<bool> Json { get; } = new("--json") { Description = "Write JSON for machines." };
}
