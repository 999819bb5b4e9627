using System.Text.Json;

namespace GlobeEcho.Tests.Site;

/// <summary>What a browser sees of the stream: events, comments and the end.</summary>
internal sealed class LiveReader(HttpResponseMessage answer) : IDisposable
{
    private StreamReader? _lines;

    public HttpResponseMessage Answer => answer;

    /// <summary>The next event; comments and the first line's retry are passed over.</summary>
    public async Task<LiveEvent> NextAsync(CancellationToken cancel)
    {
        while (true)
        {
            if (await BlockAsync(cancel) is not { } block)
                throw new EndOfStreamException("The stream ended.");
            if (block.Any(l => l.StartsWith("data: ", StringComparison.Ordinal)))
                return new LiveEvent(Field(block, "id: "), Field(block, "event: "), JsonDocument.Parse(Field(block, "data: ")).RootElement, string.Join('\n', block));
        }
    }

    /// <summary>The lines up to the next empty one; null at the end.</summary>
    public async Task<IReadOnlyList<string>?> BlockAsync(CancellationToken cancel)
    {
        _lines ??= new StreamReader(await answer.Content.ReadAsStreamAsync(cancel));
        var block = new List<string>();
        while (await _lines.ReadLineAsync(cancel) is { } line)
        {
            if (line.Length > 0)
                block.Add(line);
            else
                return block;
        }

        return null;
    }

    public void Dispose()
    {
        _lines?.Dispose();
        answer.Dispose();
    }

    private static string Field(IReadOnlyList<string> block, string name) => block.Single(l => l.StartsWith(name, StringComparison.Ordinal))[name.Length..];
}
