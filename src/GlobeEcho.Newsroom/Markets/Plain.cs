namespace GlobeEcho.Newsroom.Markets;

/// <summary>A provider's own words, made fit for our page and our log.</summary>
internal static class Plain
{
    private const int Longest = 160;

    /// <summary>One line without control characters, cut at 160; null for nothing.</summary>
    public static string? Words(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var line = string.Join(' ', text.Select(c => char.IsControl(c) ? ' ' : c).ToArray().AsSpan().ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..Longest] + "...";
    }

    /// <summary>A reason in which a key can no longer be read, should it ever stand there.</summary>
    public static string Without(string key, string reason) =>
        reason.Replace(Uri.EscapeDataString(key), "(key)", StringComparison.OrdinalIgnoreCase).Replace(key, "(key)", StringComparison.OrdinalIgnoreCase);
}
