using System.IO.Compression;

namespace GlobeEcho.Commands;

/// <summary>A file a command was given: plain, packed (.gz), or standard input (-).</summary>
internal static class InputFile
{
    public static Stream Open(string file)
    {
        if (file == "-")
            return Console.OpenStandardInput();
        var stream = File.OpenRead(file);
        return file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }
}
