namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Somebody a feed names.</summary>
/// <param name="Written">The whole as the feed writes it, where it writes one text; else null.</param>
public sealed record FeedPerson(string? Name, string? Email = null, string? Address = null, string? Written = null)
{
    /// <summary>"desk@paper.example (Ada Quay)", "Ada Quay (desk@paper.example)" or only one of the two.</summary>
    public static FeedPerson Read(string written)
    {
        var at = written.IndexOf('@');
        if (at <= 0)
            return new FeedPerson(written.Length == 0 ? null : written, Written: written);
        var (from, to) = (at, at);
        while (from > 0 && IsAddress(written[from - 1]))
            from--;
        while (to + 1 < written.Length && IsAddress(written[to + 1]))
            to++;
        var email = written[from..(to + 1)].TrimEnd('.');
        if (from == at || to == at)
            return new FeedPerson(written, Written: written);
        var name = (written[..from] + written[(from + email.Length)..]).Replace("()", "", StringComparison.Ordinal)
            .Replace("<>", "", StringComparison.Ordinal).Trim();
        if (name.StartsWith('(') && name.EndsWith(')'))
            name = name[1..^1].Trim();
        return new FeedPerson(name.Length == 0 ? null : name, email, null, written);
    }

    private static bool IsAddress(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%';
}
