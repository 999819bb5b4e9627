using System.Diagnostics;
using System.Text;

namespace GlobeEcho.Tests.Architecture;

/// <summary>The files git knows or would add, from the folder of GlobeEcho.slnx down.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static IReadOnlyList<HouseFile> Files() =>
        Paths().Where(p => File.Exists(Path.Combine(Root, p)) && !IsBinary(p)).Order(StringComparer.Ordinal)
            .Select(p => new HouseFile(p, File.ReadAllText(Path.Combine(Root, p)))).ToList();

    private static bool IsBinary(string path) => Path.GetExtension(path) is ".png" or ".jpg" or ".ico" or ".woff2" or ".gz" or ".db";

    private static string[] Paths()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var git = Process.Start(start)!;
        var paths = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return git.ExitCode == 0 ? paths : throw new InvalidOperationException($"git ls-files ended with {git.ExitCode} in the folder of GlobeEcho.slnx.");
    }

    private static string FindRoot(string folder)
    {
        for (var here = new DirectoryInfo(folder); here is not null; here = here.Parent)
        {
            if (File.Exists(Path.Combine(here.FullName, "GlobeEcho.slnx")))
                return here.FullName;
        }

        throw new InvalidOperationException($"No GlobeEcho.slnx above {folder}.");
    }
}
