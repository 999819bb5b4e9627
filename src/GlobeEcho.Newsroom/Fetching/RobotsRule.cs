namespace GlobeEcho.Newsroom.Fetching;

/// <summary>One line of a robots.txt that concerns us.</summary>
/// <param name="Pattern">In the one spelling of <see cref="RobotsParser.Spell"/>; <c>*</c> stands for anything, a <c>$</c> at the end for the end.</param>
public sealed record RobotsRule(bool Allows, string Pattern)
{
    /// <summary>As it would stand in the file.</summary>
    public override string ToString() => $"{(Allows ? "Allow" : "Disallow")}: {Pattern}";

    /// <param name="path">Path and query in the spelling of an address, not of a pattern.</param>
    public bool Matches(string path)
    {
        var ends = Pattern.EndsWith('$');
        var parts = (ends ? Pattern[..^1] : Pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        var at = parts[0].Length;
        // Each part at its first place after the one before leaves the most room to the rest; only the last may be bound to the end.
        for (var i = 1; i < parts.Length; i++)
        {
            if (ends && i == parts.Length - 1)
                return path.Length - at >= parts[i].Length && path.EndsWith(parts[i], StringComparison.Ordinal);
            var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + parts[i].Length;
        }

        return !ends || at == path.Length;
    }
}
