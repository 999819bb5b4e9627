using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GlobeEcho.Tests.Architecture;

/// <summary>What must not be left lying about.</summary>
internal static partial class LeftoverRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new("no-leftovers", "No to-do notes, no unwritten methods, no regions.", Leftovers),
        new("no-swallowed-errors", "No empty catch, and no catch of everything that neither filters nor throws.", SwallowedErrors),
        new("no-machine-paths", "No file names a folder of the machine it was written on.", MachinePaths),
        new("lock-files", "Every project has a lock file, and lock files hold no addresses.", LockFiles),
    ];

    private static IEnumerable<Violation> Leftovers(House house)
    {
        foreach (var file in house.Code)
        {
            foreach (var trivia in file.Root.DescendantTrivia(descendIntoTrivia: true))
            {
                if (trivia.IsKind(SyntaxKind.RegionDirectiveTrivia))
                    yield return file.At(trivia.GetLocation(), file.Path, "has a region");
                else if (trivia.ToString() is var text && trivia.Kind().ToString().Contains("Comment", StringComparison.Ordinal) && Note().Match(text) is { Success: true } note)
                    yield return file.At(Location.Create(file.Root.SyntaxTree, new(trivia.SpanStart + note.Index, note.Length)), file.Path, $"says {note.Value}");
            }

            foreach (var use in file.Uses.Where(u => u.Type.Name == "NotImplementedException"))
                yield return file.At(use.Node, file.Path, "holds something that is not written yet");
        }
    }

    private static IEnumerable<Violation> SwallowedErrors(House house)
    {
        foreach (var file in house.Code)
        {
            foreach (var node in file.Root.DescendantNodes().OfType<CatchClauseSyntax>())
            {
                var subject = file.TypeAround(node)?.Name ?? "Program";
                if (node.Block.Statements.Count == 0)
                    yield return file.At(node, subject, "has an empty catch");
                else if (node.Declaration?.Type.ToString() is null or "Exception" or "System.Exception" && node.Filter is null
                    && !node.Block.DescendantNodes().Any(n => n is ThrowStatementSyntax or ThrowExpressionSyntax))
                    yield return file.At(node, subject, "catches everything and goes on");
            }
        }
    }

    private static IEnumerable<Violation> MachinePaths(House house)
    {
        foreach (var file in house.Files.Where(f => !f.IsUnder("tests/GlobeEcho.Tests/Architecture/Fixtures")))
        {
            foreach (var (line, number) in file.Numbered)
            {
                if (MachinePath().Match(line) is { Success: true } path)
                    yield return new Violation(file.Path, number, file.Path, $"names {path.Value}");
            }
        }
    }

    private static IEnumerable<Violation> LockFiles(House house)
    {
        foreach (var project in house.Files.Where(f => f.Path.EndsWith(".csproj", StringComparison.Ordinal)))
        {
            var path = Path.GetDirectoryName(project.Path)!.Replace('\\', '/') + "/packages.lock.json";
            if (house.File(path) is not { } locked)
            {
                yield return new Violation(project.Path, 1, project.Path, "has no packages.lock.json beside it");
                continue;
            }

            foreach (var (line, number) in locked.Numbered.Where(l => l.Line.Contains("://", StringComparison.Ordinal)))
                yield return new Violation(path, number, path, $"holds an address: {line.Trim()}");
        }
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Note();

    [GeneratedRegex(@"(?<![\w:/.$}~*-])/(work|farm|root|tmp|home/\w+|Users/\w+)/\w[\w.-]*|\b[A-Z]:\\Users\\\w+")]
    private static partial Regex MachinePath();
}
