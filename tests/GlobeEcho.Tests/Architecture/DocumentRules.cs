using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GlobeEcho.Tests.Architecture;

/// <summary>What the documents promise about the code.</summary>
internal static partial class DocumentRules
{
    private const string Glossary = "GLOSSARY.md";
    private const string Configuration = "docs/configuration.md";
    private const string Packages = "docs/decisions/0002-packages.md";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("glossary", $"Every term in the table \"Words\" of {Glossary} is a type.", TermsAreTypes),
        new("options", $"Every option has a range and a default within it, and stands in {Configuration} with both.", OptionsAreDocumented),
        new("packages", $"Every central package stands in {Packages}, and no other.", PackagesAreDecided),
    ];

    private static IEnumerable<Violation> TermsAreTypes(House house)
    {
        var types = house.Code.SelectMany(f => f.Types).Select(t => t.Symbol.Name).ToHashSet();
        var terms = Table(house.File(Glossary), "## Words").SelectMany(row => Term().Matches(row.Cells[0]).Select(m => (row.Number, m.Value))).ToList();
        if (terms.Count == 0)
            yield return new Violation(Glossary, 1, Glossary, "has no table under \"## Words\"");
        foreach (var (number, term) in terms.Where(t => !types.Contains(t.Value)))
            yield return new Violation(Glossary, number, term, "is no type");
    }

    private static IEnumerable<Violation> OptionsAreDocumented(House house)
    {
        var rows = Table(house.File(Configuration), null).Where(r => r.Cells[0].Contains(':')).ToList();
        var options = OptionFact.All(house.Assemblies).ToList();
        foreach (var option in options)
        {
            var code = house.Code.SelectMany(f => f.Types.Select(t => (File: f, t.Node))).First(t => t.Node is ClassDeclarationSyntax c && c.Identifier.Text == option.Type);
            var property = code.Node.DescendantNodes().OfType<PropertyDeclarationSyntax>().FirstOrDefault(p => p.Identifier.Text == option.Name) ?? code.Node;
            if (option.Fault is { } fault)
                yield return code.File.At(property, option.Key, fault);

            var paste = $"| `{option.Key}` | {option.Default} | {option.Range} | {Summary(property)} |";
            if (rows.FirstOrDefault(r => r.Cells[0] == $"`{option.Key}`") is not { } row)
                yield return code.File.At(property, option.Key, $"has no row in {Configuration}; paste: {paste}");
            else if (row.Cells.Length < 4 || row.Cells[1] != option.Default || row.Cells[2] != option.Range || row.Cells[3].Length == 0)
                yield return new Violation(Configuration, row.Number, option.Key, $"differs from the code; paste: {paste}");
        }

        foreach (var row in rows.Where(r => options.All(o => r.Cells[0] != $"`{o.Key}`")))
            yield return new Violation(Configuration, row.Number, row.Cells[0].Trim('`'), "is no option");
    }

    private static IEnumerable<Violation> PackagesAreDecided(House house)
    {
        var rows = Table(house.File(Packages), "## Taken").ToList();
        var central = house.File("Directory.Packages.props")?.Numbered.Select(l => (Match: PackageVersion().Match(l.Line), l.Number))
            .Where(p => p.Match.Success).Select(p => (Name: p.Match.Groups["name"].Value, p.Number)).ToList() ?? [];
        foreach (var (name, number) in central.Where(p => rows.All(r => r.Cells[0] != $"`{p.Name}`")))
            yield return new Violation("Directory.Packages.props", number, name, $"has no row in {Packages}: licence, upkeep, why");
        foreach (var row in rows.Where(r => r.Cells[0].StartsWith('`') && central.All(p => r.Cells[0] != $"`{p.Name}`")))
            yield return new Violation(Packages, row.Number, row.Cells[0].Trim('`'), "is no central package");
    }

    /// <summary>Rows of the tables below a heading, or of all tables; without their heads.</summary>
    private static IEnumerable<Row> Table(HouseFile? file, string? heading)
    {
        var within = heading is null;
        var lines = file?.Lines ?? [];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = MarkRemoved(lines[i]);
            if (heading is not null && line.StartsWith("## ", StringComparison.Ordinal))
                within = line.Trim() == heading;
            var isHead = i + 1 < lines.Length && lines[i + 1].StartsWith("|--", StringComparison.Ordinal);
            if (within && line.StartsWith('|') && !line.StartsWith("|--", StringComparison.Ordinal) && !isHead)
                yield return new Row(i + 1, line.Trim().Trim('|').Split('|').Select(c => c.Trim()).ToArray());
        }
    }

    private static string MarkRemoved(string line) => line.Split("<!--")[0].TrimEnd();

    private static string Summary(Microsoft.CodeAnalysis.SyntaxNode node)
    {
        var text = string.Join(' ', node.GetLeadingTrivia().ToString().Split('\n').Select(l => l.Trim().TrimStart('/').Trim()));
        return Spaces().Replace(Tag().Replace(DocumentedCode().Replace(text, "`$1`"), ""), " ").Trim();
    }

    [GeneratedRegex(@"[A-Z]\w+")]
    private static partial Regex Term();

    [GeneratedRegex("""PackageVersion\s+Include="(?<name>[^"]+)""")]
    private static partial Regex PackageVersion();

    [GeneratedRegex("<c>(.*?)</c>")]
    private static partial Regex DocumentedCode();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private sealed record Row(int Number, string[] Cells);
}
