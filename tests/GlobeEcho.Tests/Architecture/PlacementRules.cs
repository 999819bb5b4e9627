using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace GlobeEcho.Tests.Architecture;

/// <summary>Where the outside world may be touched: the database, the network, and nothing at all in the pure types.</summary>
internal static partial class PlacementRules
{
    // What makes a request of its own, besides System.Net.Http and sockets; a signature's beginning is enough.
    private static readonly string[] Dialling = ["M:AngleSharp.ConfigurationExtensions.WithDefaultLoader"];

    // Named pure types beside those with a pure suffix; in the room Text everything is pure.
    private static readonly string[] PureNames = ["CitationCheck", "StoryFolding", "MakeUp"];
    private static readonly string[] PureSuffixes = ["Parser", "Extractor", "Writer", "Coder", "Schedule"];

    private static readonly string[] Impure =
    [
        "System.TimeProvider", "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.Environment", "System.Console", "System.Random", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch",
        "GlobeEcho.Newsroom.Archive.NewsArchive", "GlobeEcho.Newsroom.Archive.ArchiveSession",
    ];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("sql-in-stores", "SQL and the database libraries stand only in a *Store and in Archive.", SqlInStores),
        new("one-owner-per-table", "Each table names its one owner above it in the migration, and only that class and Archive mention it.", OneOwner),
        new("http-in-fetching", "Outbound requests stand only in Fetching, a *Client and a *Stream.", HttpInFetching),
        new("pure-types", $"Text, {string.Join(", ", PureNames)} and every {string.Join(", ", PureSuffixes.Select(s => "*" + s))} know no clock, I/O, chance or logger, not even through another type.", PureTypes),
    ];

    public static bool LooksLikeSql(string text) => Sql().IsMatch(text);

    private static IEnumerable<Violation> SqlInStores(House house)
    {
        foreach (var file in house.Code)
        {
            foreach (var (node, text) in file.Strings().Where(s => LooksLikeSql(s.Text)))
            {
                if (!MayHoldSql(file, node))
                    yield return file.At(node, NameAround(file, node), $"holds SQL: {text.Trim().Split('\n')[0]}");
            }

            foreach (var use in file.Uses)
            {
                var speaks = Names.IsWithin(use.Namespace, "System.Data") || Names.IsWithin(use.Namespace, "Microsoft.Data.Sqlite") || use.Namespace == "Dapper"
                    || (use.Type.Name == "ArchiveSession" && use.Symbol.Name is "QueryAsync" or "FirstAsync" or "ExecuteAsync");
                if (speaks && !MayHoldSql(file, use.Node))
                    yield return file.At(use.Node, NameAround(file, use.Node), $"uses {use.Type.Name}.{use.Symbol.Name} of {use.Namespace}");
            }
        }

        foreach (var page in house.Pages)
        {
            foreach (var (line, number) in page.Numbered.Where(l => LooksLikeSql(l.Line)))
                yield return new Violation(page.Path, number, page.Name, $"holds SQL: {line.Trim()}");
        }
    }

    private static bool MayHoldSql(CodeFile file, SyntaxNode node) =>
        Names.Room(file.Space) is { } room && (room == "Archive" || NameAround(file, node).EndsWith("Store", StringComparison.Ordinal));

    private static IEnumerable<Violation> OneOwner(House house)
    {
        var owners = new Dictionary<string, (string Room, string Type)>(StringComparer.OrdinalIgnoreCase);
        foreach (var migration in house.Files.Where(f => f.Path.EndsWith(".sql", StringComparison.Ordinal)))
        {
            (string Room, string Type)? owner = null;
            foreach (var (line, number) in migration.Numbered)
            {
                if (Owner().Match(line) is { Success: true } named)
                    owner = (named.Groups["room"].Value, named.Groups["type"].Value);
                if (Created().Match(line) is not { Success: true } created)
                    continue;
                var table = created.Groups["table"].Value;
                if (owner is { } o && house.Code.Any(f => Names.Room(f.Space) == o.Room && f.Types.Any(t => t.Symbol.Name == o.Type)))
                    owners[table] = o;
                else
                    yield return new Violation(migration.Path, number, table, "needs the line \"-- Room: Type\" of its owner above it, and that type must exist");
            }
        }

        foreach (var file in house.Code.Where(f => Names.Room(f.Space) != "Archive"))
        {
            foreach (var (node, text) in file.Strings().Where(s => LooksLikeSql(s.Text) || TableUse().IsMatch(s.Text)))
            {
                var tables = TableUse().Matches(text).Select(m => m.Groups["table"].Value).Distinct();
                foreach (var table in tables.Where(t => owners.TryGetValue(t, out var o) && (o.Room != Names.Room(file.Space) || o.Type != NameAround(file, node))))
                    yield return file.At(node, NameAround(file, node), $"mentions the table {table} of {owners[table].Type}");
            }
        }
    }

    private static IEnumerable<Violation> HttpInFetching(House house)
    {
        foreach (var file in house.Code.Where(f => Names.Room(f.Space) != "Fetching"))
        {
            foreach (var use in file.Uses.Where(Dials))
            {
                if (NameAround(file, use.Node) is var name && Names.LastWord(name) is not ("Client" or "Stream"))
                    yield return file.At(use.Node, name, $"uses {use.Type.Name} of {use.Namespace}");
            }
        }

        foreach (var page in house.Pages)
        {
            foreach (var (line, number) in page.Numbered.Where(l => l.Line.Contains("HttpClient", StringComparison.Ordinal)))
                yield return new Violation(page.Path, number, page.Name, "a page makes no request: " + line.Trim());
        }
    }

    private static bool Dials(Use use) =>
        use.Namespace is "System.Net.Http" or "System.Net.Http.Json" or "System.Net.Sockets" or "System.Net.Security" or "System.Net.WebSockets"
        || use.Type.ToDisplayString() is "System.Net.Dns" or "System.Net.WebRequest" or "System.Xml.XmlUrlResolver"
        || (use.Symbol.GetDocumentationCommentId() is { } id && Dialling.Any(d => id.StartsWith(d, StringComparison.Ordinal)));

    private static IEnumerable<Violation> PureTypes(House house)
    {
        // Which of our own types touch the outside, first by themselves and then through each other.
        var stains = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        var uses = house.Code.SelectMany(f => f.Uses.Select(u => (File: f, Use: u, By: f.TypeAround(u.Node)))).Where(u => u.By is not null).ToList();
        foreach (var (_, use, by) in uses)
        {
            if (IsImpure(use))
                stains.TryAdd(by!, use.Type.Name);
        }

        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var (_, use, by) in uses)
            {
                if (stains.TryGetValue(Outermost(use.Type), out var stain) && !stains.ContainsKey(by!))
                    grown = stains.TryAdd(by!, stain);
            }
        }

        foreach (var (file, use, by) in uses.Where(u => IsPure(u.By!)))
        {
            if (IsImpure(use))
                yield return file.At(use.Node, by!.Name, $"is pure and must not use {use.Type.Name}");
            else if (!SymbolEqualityComparer.Default.Equals(Outermost(use.Type), by) && stains.TryGetValue(Outermost(use.Type), out var stain))
                yield return file.At(use.Node, by!.Name, $"is pure and must not use {use.Type.Name}, which uses {stain}");
        }
    }

    private static bool IsPure(INamedTypeSymbol type) =>
        Names.Room(Names.Of(type.ContainingNamespace)) == "Text" || PureNames.Contains(type.Name) || PureSuffixes.Contains(Names.LastWord(type.Name));

    private static bool IsImpure(Use use) =>
        Impure.Contains(use.Type.ToDisplayString()) || use.Namespace is "Microsoft.Extensions.Logging" or "System.Net.Http" or "System.Net.Sockets"
        || (use.Type.ToDisplayString() == "System.Guid" && use.Symbol.Name == "NewGuid");

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
            type = outer;
        return type;
    }

    private static string NameAround(CodeFile file, SyntaxNode node) => file.TypeAround(node)?.Name ?? "Program";

    [GeneratedRegex(@"\b(SELECT\s[\s\S]*\bFROM\b|SELECT\s+(count|max|min|sum|coalesce)\s*\(|INSERT\s+(OR\s+\w+\s+)?INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|(CREATE|ALTER|DROP)\s+(TABLE|INDEX|VIEW|TRIGGER|VIRTUAL)\b|PRAGMA\s+\w|\bBEGIN\s+(IMMEDIATE|TRANSACTION)\b)")]
    private static partial Regex Sql();

    [GeneratedRegex(@"^\s*--\s*(?<room>[A-Z]\w+): (?<type>[A-Z]\w+)\s*(\b|$)")]
    private static partial Regex Owner();

    [GeneratedRegex(@"CREATE\s+(VIRTUAL\s+)?TABLE\s+(IF\s+NOT\s+EXISTS\s+)?(?<table>\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Created();

    [GeneratedRegex(@"\b(FROM|JOIN|INTO|UPDATE|TABLE)\s+(?<table>[a-z_]\w*)")]
    private static partial Regex TableUse();
}
