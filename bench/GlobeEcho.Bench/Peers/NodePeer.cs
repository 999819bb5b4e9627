using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Bench.Peers;

/// <summary>@mozilla/readability in a process of Node, where bench/peers/install.sh has put it.</summary>
internal static class NodePeer
{
    private static string Folder => Path.Combine(Places.Root, "bench", "peers");

    /// <summary>Null when it can run, else what is missing.</summary>
    public static async Task<string?> MissingAsync(CancellationToken cancel)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "@mozilla", "readability")))
            return "not installed: run bench/peers/install.sh";
        try
        {
            return (await Child.RunAsync("node", ["--version"], cancel)).ExitCode == 0 ? null : "node does not run";
        }
        catch (Win32Exception)
        {
            return "node is not here";
        }
    }

    public static async Task<PeerRun> RunAsync(IReadOnlyList<PeerPage> pages, int passes, string scratch, CancellationToken cancel)
    {
        var (given, answers) = (Path.Combine(scratch, "node-pages.jsonl"), Path.Combine(scratch, "node-answers.jsonl"));
        await File.WriteAllLinesAsync(given, pages.Select(p => JsonSerializer.Serialize(p, JsonSerializerOptions.Web)), cancel);
        var child = await Child.RunAsync("node", [Path.Combine(Folder, "readability.mjs"), given, answers, passes.ToString(CultureInfo.InvariantCulture)], cancel);
        if (child.ExitCode != 0)
            throw new InvalidOperationException($"node ended with {child.ExitCode}: {child.Errors}");
        var found = new List<PeerAnswer>();
        foreach (var line in await File.ReadAllLinesAsync(answers, cancel))
        {
            var answer = JsonDocument.Parse(line).RootElement;
            string? Text(string name) => answer.GetProperty(name).GetString();
            found.Add(new PeerAnswer(Text("id")!, ArticleExtractor.TextOf(Text("content")!), Text("title"), BylineParser.Parse(Text("byline")), Text("published")));
        }

        // The last line: whatever a package prints comes before it.
        return new PeerRun(found, JsonSerializer.Deserialize<double[]>(child.Output.TrimEnd().Split('\n')[^1])!);
    }
}
