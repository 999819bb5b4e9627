namespace GlobeEcho.Tests.Architecture;

/// <summary>One place where a rule does not hold, on purpose.</summary>
internal sealed record RuleException(string Rule, string Subject, string Reason)
{
    /// <summary>The whole list. An entry that excuses nothing any more fails the tests.</summary>
    public static IReadOnlyList<RuleException> All { get; } = [];

    public bool Excuses(Rule rule, Violation violation) => Rule == rule.Name && Subject == violation.Subject;
}
