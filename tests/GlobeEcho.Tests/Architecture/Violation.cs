namespace GlobeEcho.Tests.Architecture;

/// <param name="Line">Counted from 1.</param>
/// <param name="Subject">The type, member or file that breaks the rule: the name an exception is given under.</param>
internal sealed record Violation(string Path, int Line, string Subject, string What)
{
    public override string ToString() => $"{Path}:{Line} {Subject}: {What}";
}
