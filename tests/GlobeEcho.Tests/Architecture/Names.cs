using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace GlobeEcho.Tests.Architecture;

internal static partial class Names
{
    public const string Newsroom = "GlobeEcho.Newsroom";

    public static string Of(INamespaceSymbol? space) => space is null || space.IsGlobalNamespace ? "" : space.ToDisplayString();

    /// <summary>"Feeds" for GlobeEcho.Newsroom.Feeds and what is below it, "" for the newsroom's own floor, null elsewhere.</summary>
    public static string? Room(string space)
    {
        if (space == Newsroom)
            return "";
        return space.StartsWith(Newsroom + ".", StringComparison.Ordinal) ? space[(Newsroom.Length + 1)..].Split('.')[0] : null;
    }

    public static bool IsWithin(string space, string outer) => space == outer || space.StartsWith(outer + ".", StringComparison.Ordinal);

    /// <summary>"Parser" of "FeedParser"; the whole name when it is one word.</summary>
    public static string LastWord(string name) => Word().Matches(name).LastOrDefault()?.Value ?? name;

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*")]
    private static partial Regex Word();
}
