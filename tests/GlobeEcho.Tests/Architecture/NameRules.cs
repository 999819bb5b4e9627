using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GlobeEcho.Tests.Architecture;

/// <summary>What things are called and where they stand.</summary>
internal static class NameRules
{
    private static readonly string[] Never =
    [
        "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Service", "Processor", "Common", "Base", "Info", "Data", "Impl",
    ];

    // Role words of other houses; ours are Desk, Store, Client, Stream, Reader, Parser, Extractor, Writer, Coder, Schedule, Options, Endpoints.
    private static readonly string[] Foreign =
    [
        "Repository", "Dao", "Factory", "Provider", "Handler", "Controller", "Adapter", "Wrapper", "Facade", "Mediator", "Orchestrator", "Coordinator",
        "Dispatcher", "Gateway", "Strategy", "Visitor", "Mapper", "Dto", "Config", "Settings", "Serializer", "Deserializer", "Scraper", "Crawler", "Scheduler",
    ];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("names", "A type ends in a suffix of the closed list or is a plain noun; a room has at most one desk; folders are named after what is in them.", Suffixes),
        new("one-type-per-file", "A file holds one public type and carries its name.", OneType),
        new("namespace-is-folder", "The namespace is the folder.", NamespaceIsFolder),
    ];

    private static IEnumerable<Violation> Suffixes(House house)
    {
        foreach (var file in house.Code)
        {
            foreach (var (node, type) in file.Types)
            {
                var word = Names.LastWord(type.Name);
                if (Never.Contains(word))
                    yield return file.At(node, type.Name, $"must not end in {word}");
                else if (Foreign.Contains(word))
                    yield return file.At(node, type.Name, $"ends in {word}, which is no suffix of this house; name the thing by a plain noun");
            }

            if (file.Space.Split('.').FirstOrDefault(Never.Contains) is { } folder)
                yield return new Violation(file.Path, 1, folder, "is a name for a folder that says nothing");
        }

        var desks = house.Code.SelectMany(f => f.Types.Select(t => (File: f, t.Node, t.Symbol))).Where(t => Names.LastWord(t.Symbol.Name) == "Desk");
        foreach (var room in desks.GroupBy(d => Names.Room(d.File.Space)))
        {
            foreach (var (file, node, type) in room.Skip(string.IsNullOrEmpty(room.Key) ? 0 : 1))
                yield return file.At(node, type.Name, $"{room.Key} has a second door; a desk stands in a room, and a room has one");
        }
    }

    private static IEnumerable<Violation> OneType(House house)
    {
        foreach (var file in house.Code)
        {
            var open = file.Types.Where(t => t.Symbol.ContainingType is null && t.Symbol.DeclaredAccessibility == Accessibility.Public).ToList();
            foreach (var (node, type) in open.Skip(1))
                yield return file.At(node, type.Name, $"is a second public type beside {open[0].Symbol.Name}");
            var name = file.File.Name;
            var own = open.Count > 0 ? open[0] : file.Types.FirstOrDefault();
            if (own.Symbol is not null && name != own.Symbol.Name && !name.StartsWith(own.Symbol.Name + ".", StringComparison.Ordinal))
                yield return file.At(own.Node, own.Symbol.Name, $"stands in {name}.cs");
        }
    }

    private static IEnumerable<Violation> NamespaceIsFolder(House house)
    {
        foreach (var file in house.Code)
        {
            var folder = Path.GetDirectoryName(file.Path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.');
            foreach (var space in file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
            {
                if (space.Name.ToString() != folder)
                    yield return file.At(space, space.Name.ToString(), $"should be {folder}");
            }

            if (file.Types.FirstOrDefault(t => t.Symbol.ContainingNamespace.IsGlobalNamespace) is { Symbol: { } type, Node: { } node } && type.Name != "Program")
                yield return file.At(node, type.Name, $"should be in {folder}");
        }
    }
}
