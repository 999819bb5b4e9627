using Microsoft.CodeAnalysis;

namespace GlobeEcho.Tests.Architecture;

public sealed class HouseTests
{
    private static readonly IReadOnlyList<Rule> All = [.. RoomRules.All, .. PlacementRules.All, .. NameRules.All, .. ShapeRules.All, .. LeftoverRules.All, .. DocumentRules.All];

    public static TheoryData<string> Rules => new(All.Select(r => r.Name));

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_house_keeps_the_rule(string name)
    {
        var rule = All.Single(r => r.Name == name);
        var broken = rule.Find(House.Ours).Distinct().Where(v => !RuleException.All.Any(e => e.Excuses(rule, v))).ToList();
        if (broken.Count > 0)
            Assert.Fail($"{rule.Says}\n{string.Join('\n', broken.Select(v => "  " + v))}\nMend it, or add a RuleException(\"{name}\", subject, reason).");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_deliberate_violation_is_reported_at_its_line(string name)
    {
        var fixture = Fixture.Read(name);
        Assert.NotEmpty(fixture.Expected);
        var found = All.Single(r => r.Name == name).Find(fixture.House).ToList();
        var reported = found.Select(v => $"{v.Path}:{v.Line}").Distinct().Order(StringComparer.Ordinal).ToList();
        var expected = fixture.Expected.Order(StringComparer.Ordinal).ToList();
        if (!expected.SequenceEqual(reported))
            Assert.Fail($"Expected at\n  {string.Join("\n  ", expected)}\nbut reported\n  {string.Join("\n  ", found)}");
    }

    [Fact]
    public void Every_fixture_belongs_to_a_rule() =>
        Assert.Equal(All.Select(r => r.Name).Order(StringComparer.Ordinal), Fixture.Names);

    [Fact]
    public void An_exception_that_excuses_nothing_is_removed()
    {
        Assert.Empty(Idle(RuleException.All, House.Ours));
        Assert.All(RuleException.All, e => Assert.NotEmpty(e.Reason));
    }

    [Fact]
    public void An_exception_excuses_its_subject_and_is_idle_without_one()
    {
        var used = new RuleException("sealed", "Loose", "The fixture has one.");
        var idle = new RuleException("sealed", "Nobody", "There is none.");
        Assert.Equal([idle], Idle([used, idle], Fixture.Read("sealed").House));
    }

    private static List<RuleException> Idle(IEnumerable<RuleException> exceptions, House house) =>
        exceptions.Where(e => All.Single(r => r.Name == e.Rule) is var rule && !rule.Find(house).Any(v => e.Excuses(rule, v))).ToList();

    /// <summary>A rule sees only what is bound: an error here would make the others blind. What source generators add is not seen.</summary>
    [Fact]
    public void The_rules_see_the_newsroom_as_the_compiler_does()
    {
        string[] generated = ["CS8795", "CS9248", "CS0534", "CS0117"];
        var errors = House.Ours.NewsroomCompilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(d => d.Severity == DiagnosticSeverity.Error && !generated.Contains(d.Id));
        Assert.Empty(errors);
    }
}
