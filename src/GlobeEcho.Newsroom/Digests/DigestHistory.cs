namespace GlobeEcho.Newsroom.Digests;

/// <summary>Compares the versions of a digest. Pure. A sentence is the same as long as its words are.</summary>
public static class DigestHistory
{
    /// <summary>
    /// What comes in so soon after the first version is no addition: the first tellings of an event arrive within minutes of each other,
    /// and a mark on every sentence would say nothing.
    /// </summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(30);

    /// <param name="versions">In order of their numbers.</param>
    public static IReadOnlyList<DigestChange> Changes(IReadOnlyList<DigestVersion> versions)
    {
        var changes = new List<DigestChange>(versions.Count);
        for (var i = 0; i < versions.Count; i++)
        {
            var (now, before) = (Texts(versions[i]), i == 0 ? [] : Texts(versions[i - 1]));
            changes.Add(new DigestChange(
                versions[i], now.Except(before).ToList(), before.Except(now).ToList(), i > 0 && versions[i - 1].Headline != versions[i].Headline ? versions[i - 1].Headline : null));
        }

        return changes;
    }

    /// <summary>
    /// When each sentence of the newest version came in, without those that have stood there from the beginning. One that was taken out
    /// and came back counts from its return.
    /// </summary>
    /// <param name="versions">In order of their numbers.</param>
    public static IReadOnlyDictionary<string, DateTimeOffset> Added(IReadOnlyList<DigestVersion> versions)
    {
        var added = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        if (versions.Count < 2)
            return added;
        var first = versions[0].Written;
        foreach (var text in Texts(versions[^1]))
        {
            var since = versions[^1];
            for (var i = versions.Count - 1; i >= 0 && versions[i].Printed.Any(c => c.Text == text); i--)
                since = versions[i];
            if (since.Number > versions[0].Number && since.Written - first > Settling)
                added[text] = since.Written;
        }

        return added;
    }

    private static IReadOnlyList<string> Texts(DigestVersion version) => version.Printed.Select(c => c.Text).Distinct().ToList();
}
