using Microsoft.CodeAnalysis;

namespace GlobeEcho.Tests.Architecture;

/// <summary>Who may know whom.</summary>
internal static class RoomRules
{
    private static readonly string[] NewsRooms = ["Text", "Archive", "Fetching", "Feeds", "Articles", "Stories", "Digests", "Events", "Editions"];
    private static readonly string[] SideWires = ["Weather", "Markets"];
    private static readonly string[] SideWiresMayUse = ["Text", "Archive", "Fetching"];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("rooms-in-order", $"A room uses only rooms left of it in {string.Join(", ", NewsRooms)}; side wires use only the first three.", InOrder),
        new("stores-stay-home", "A *Store is used only inside its own room; rooms meet through desks, domain records and ids.", StoresStayHome),
        new("no-cycles", "Sub-folders of a room, and folders of the program, do not use each other in a circle.", NoCycles),
        new("newsroom-without-web", "The newsroom uses nothing of ASP.NET.", WithoutWeb),
    ];

    private static IEnumerable<Violation> InOrder(House house)
    {
        foreach (var file in house.Code)
        {
            if (Names.Room(file.Space) is not { Length: > 0 } room)
                continue;
            if (!NewsRooms.Contains(room) && !SideWires.Contains(room))
            {
                yield return new Violation(file.Path, 1, room, "is a room without a place in the order; give it one in RoomRules.cs and in ARCHITECTURE.md");
                continue;
            }

            foreach (var use in file.Uses)
            {
                if (Names.Room(use.Namespace) is { } other && other != room && !MayUse(room, other))
                    yield return file.At(use.Node, file.Types[0].Symbol.Name, $"{room} uses {use.Type.Name} of {(other.Length == 0 ? "the newsroom's own floor" : other)}");
            }
        }
    }

    private static bool MayUse(string room, string other) =>
        SideWires.Contains(room)
            ? SideWiresMayUse.Contains(other)
            : Array.IndexOf(NewsRooms, other) is >= 0 and var place && place < Array.IndexOf(NewsRooms, room);

    private static IEnumerable<Violation> StoresStayHome(House house)
    {
        var stores = house.Code.SelectMany(f => f.Types).Select(t => t.Symbol).Where(s => s.Name.EndsWith("Store", StringComparison.Ordinal))
            .ToDictionary(s => s.Name, s => Names.Room(Names.Of(s.ContainingNamespace)));
        foreach (var file in house.Code)
        {
            // The newsroom's own floor puts the furniture in its rooms and opens no store itself.
            var room = Names.Room(file.Space);
            foreach (var use in file.Uses.Where(u => stores.TryGetValue(u.Type.Name, out var home) && home != room))
            {
                if (room != "" || use.Symbol is not INamedTypeSymbol)
                    yield return file.At(use.Node, file.Types.Count == 0 ? "Program" : file.Types[0].Symbol.Name, $"uses {use.Type.Name}; ask the room's desk");
            }
        }

        foreach (var page in house.Pages)
        {
            foreach (var (line, number) in page.Numbered)
            {
                if (stores.Keys.FirstOrDefault(s => line.Contains(s, StringComparison.Ordinal)) is { } store)
                    yield return new Violation(page.Path, number, page.Name, $"uses {store}; ask the room's desk");
            }
        }
    }

    private static IEnumerable<Violation> NoCycles(House house)
    {
        var edges = new Dictionary<string, Dictionary<string, Violation>>();
        foreach (var file in house.Code)
        {
            var from = file.Space;
            foreach (var use in file.Uses)
            {
                var to = use.Namespace;
                // A sub-folder may use what its own room shares, and the room its sub-folders.
                if (!to.StartsWith("GlobeEcho", StringComparison.Ordinal) || from.Length == 0 || Names.IsWithin(from, to) || Names.IsWithin(to, from))
                    continue;
                edges.TryAdd(from, []);
                edges[from].TryAdd(to, file.At(use.Node, from, $"{from} uses {use.Type.Name} of {to}, which leads back here"));
            }
        }

        foreach (var (from, uses) in edges)
        {
            foreach (var (to, place) in uses)
            {
                if (Reaches(edges, to, from, []))
                    yield return place;
            }
        }
    }

    private static bool Reaches(Dictionary<string, Dictionary<string, Violation>> edges, string here, string goal, HashSet<string> seen) =>
        here == goal || (seen.Add(here) && edges.TryGetValue(here, out var uses) && uses.Keys.Any(next => Reaches(edges, next, goal, seen)));

    private static IEnumerable<Violation> WithoutWeb(House house)
    {
        foreach (var file in house.Code.Where(f => f.File.IsUnder("src/GlobeEcho.Newsroom")))
        {
            foreach (var use in file.Uses.Where(u => Names.IsWithin(u.Namespace, "Microsoft.AspNetCore")))
                yield return file.At(use.Node, file.Types.Count == 0 ? file.Path : file.Types[0].Symbol.Name, $"uses {use.Type.Name} of {use.Namespace}");
        }

        foreach (var project in house.Files.Where(f => f.IsUnder("src/GlobeEcho.Newsroom") && f.Path.EndsWith(".csproj", StringComparison.Ordinal)))
        {
            foreach (var (line, number) in project.Numbered)
            {
                if (line.Contains("AspNetCore", StringComparison.OrdinalIgnoreCase) || line.Contains("Sdk.Web", StringComparison.Ordinal))
                    yield return new Violation(project.Path, number, "csproj", "the newsroom's project must not reference ASP.NET");
            }
        }
    }
}
