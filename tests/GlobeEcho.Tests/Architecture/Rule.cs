namespace GlobeEcho.Tests.Architecture;

/// <param name="Name">Also the name of the fixture that breaks it: <c>Fixtures/{Name}.txt</c>.</param>
/// <param name="Says">The rule in one sentence.</param>
internal sealed record Rule(string Name, string Says, Func<House, IEnumerable<Violation>> Find)
{
    public override string ToString() => Name;
}
