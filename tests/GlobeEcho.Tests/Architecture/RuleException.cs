namespace GlobeEcho.Tests.Architecture;

/// <summary>One place where a rule does not hold, on purpose.</summary>
internal sealed record RuleException(string Rule, string Subject, string Reason)
{
    /// <summary>The whole list. An entry that excuses nothing any more fails the tests.</summary>
    public static IReadOnlyList<RuleException> All { get; } =
    [
        new("constructor-size", "StoryBrief", "a view of one story with everything a page prints of it; splitting it would only add names"),
    ];

    public bool Excuses(Rule rule, Violation violation) => Rule == rule.Name && Subject == violation.Subject;
}
