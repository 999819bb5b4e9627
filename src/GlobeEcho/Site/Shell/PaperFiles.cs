using System.Security.Cryptography;
using System.Text;

namespace GlobeEcho.Site.Shell;

/// <summary>The style sheet, the script, the headline face and the icon, read once from the program itself.</summary>
public sealed class PaperFiles
{
    private readonly Dictionary<string, (byte[] Body, string Type)> _files = new(StringComparer.Ordinal);

    public PaperFiles()
    {
        var resources = Resources();
        FontPath = Keep("newsreader", ".woff2", "font/woff2", Read(resources["Site/Shell/newsreader-600.woff2"]));
        ScriptPath = Keep("keys", ".js", "text/javascript; charset=utf-8", Read(resources["Site/Shell/keys.js"]));
        LivePath = Keep("live", ".js", "text/javascript; charset=utf-8", Read(resources["Site/Live/live.js"]));
        IconPath = Keep("emblem", ".svg", "image/svg+xml", Read(resources["Site/Shell/emblem.svg"]));
        ChartLibraryPath = Keep("uplot", ".js", "text/javascript; charset=utf-8", WithLicence(resources, "uPlot.iife.min.js"));
        ChartLibraryStylePath = Keep("uplot", ".css", "text/css; charset=utf-8", WithLicence(resources, "uPlot.min.css"));
        ChartScriptPath = Keep("chart", ".js", "text/javascript; charset=utf-8", Read(resources["Site/InstrumentPage/chart.js"]));
        StylePath = Keep("paper", ".css", "text/css; charset=utf-8", Encoding.UTF8.GetBytes(Style(resources)));
        Icon = _files[IconPath].Body;
    }

    public string StylePath { get; }

    public string ScriptPath { get; }

    /// <summary>The script of pages with prices.</summary>
    public string LivePath { get; }

    /// <summary>Only for the page of an instrument; the licence goes with it.</summary>
    public string ChartLibraryPath { get; }

    public string ChartLibraryStylePath { get; }

    public string ChartScriptPath { get; }

    public string FontPath { get; }

    public string IconPath { get; }

    public byte[] Icon { get; }

    public (byte[] Body, string Type)? Find(string path) => _files.TryGetValue(path, out var file) ? file : null;

    // Tokens come first and print last; between them the pages in order of name, each speaking only of itself.
    private string Style(Dictionary<string, string> resources)
    {
        var sheets = resources.Keys.Where(k => k.EndsWith(".css", StringComparison.Ordinal) && !k.Contains("/vendor/", StringComparison.Ordinal))
            .OrderBy(k => k.EndsWith("/tokens.css", StringComparison.Ordinal) ? 0 : k.EndsWith("/shell.css", StringComparison.Ordinal) ? 1 : k.EndsWith("/print.css", StringComparison.Ordinal) ? 3 : 2)
            .ThenBy(k => k, StringComparer.Ordinal);
        return string.Join('\n', sheets.Select(s => Encoding.UTF8.GetString(Read(resources[s])))).Replace("newsreader.woff2", FontPath, StringComparison.Ordinal);
    }

    private static byte[] WithLicence(Dictionary<string, string> resources, string file)
    {
        const string Folder = "Site/InstrumentPage/vendor/uPlot/";
        return [.. "/*\n"u8, .. Read(resources[Folder + "uplot-licence.txt"]), .. "*/\n"u8, .. Read(resources[Folder + file])];
    }

    private static Dictionary<string, string> Resources() =>
        typeof(PaperFiles).Assembly.GetManifestResourceNames().ToDictionary(n => n.Replace('\\', '/'), StringComparer.Ordinal);

    private static byte[] Read(string resource)
    {
        using var stream = typeof(PaperFiles).Assembly.GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    // The name changes with the content, so that a browser may keep the file for ever.
    private string Keep(string name, string ending, string type, byte[] body)
    {
        var path = $"/paper/{name}.{Convert.ToHexStringLower(SHA256.HashData(body))[..12]}{ending}";
        _files[path] = (body, type);
        return path;
    }
}
