namespace GlobeEcho.Newsroom.Fetching;

/// <summary>What a site's robots.txt lets one robot ask for (RFC 9309).</summary>
public sealed record RobotsRules(IReadOnlyList<RobotsRule> Rules)
{
    /// <summary>A site without a robots.txt.</summary>
    public static RobotsRules Open { get; } = new([]);

    /// <summary>The characters they hold: what they cost in memory.</summary>
    public int Weight => Rules.Sum(r => r.Pattern.Length);

    /// <summary>The rule that closes an address; null when it is open. The longest match decides, and between equals the one that allows.</summary>
    public RobotsRule? WhatCloses(Uri address)
    {
        // A robots.txt is always open (RFC 9309 §2.2.2), or nobody could read what it says.
        if (Rules.Count == 0 || address.AbsolutePath == "/robots.txt")
            return null;
        var path = RobotsParser.Spell(address.PathAndQuery, pattern: false);
        var strongest = Rules.Where(r => r.Matches(path)).OrderByDescending(r => r.Pattern.Length).ThenByDescending(r => r.Allows).FirstOrDefault();
        return strongest is { Allows: false } ? strongest : null;
    }
}
