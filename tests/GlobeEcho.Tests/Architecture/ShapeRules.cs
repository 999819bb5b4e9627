using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GlobeEcho.Tests.Architecture;

/// <summary>How large things are and how they are made.</summary>
internal static class ShapeRules
{
    private const int FileLines = 500;
    private const int MethodLines = 60;
    private const int ConstructorParameters = 7;

    // A positional record's parameters are its fields, not what it needs to work: Article has 12.
    private const int RecordParameters = 12;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("file-size", $"No file written by hand has over {FileLines} lines.", FileSize),
        new("method-size", $"No method has over {MethodLines} lines.", MethodSize),
        new("constructor-size", $"No constructor has over {ConstructorParameters} parameters, no positional record over {RecordParameters}.", ConstructorSize),
        new("sealed", "Classes are sealed, abstract or static.", Sealed),
        new("immutable", "Domain types (public ones, and every record) do not change: no setter, no field to write, no mutable collection, outside *Options and component parameters.", Immutable),
        new("interfaces", "An interface has at least two implementations.", Interfaces),
        new("cancellation", "Every public async method takes a CancellationToken (or a request or the work itself, which carry one).", Cancellation),
    ];

    private static IEnumerable<Violation> FileSize(House house) =>
        house.Files.Where(f => f.IsCode && f.Lines.Length > FileLines)
            .Select(f => new Violation(f.Path, 1, f.Path, $"has {f.Lines.Length} lines"));

    private static IEnumerable<Violation> MethodSize(House house)
    {
        foreach (var file in house.Code)
        {
            foreach (var node in file.Root.DescendantNodes())
            {
                var name = node switch
                {
                    MethodDeclarationSyntax m => m.Identifier.Text,
                    ConstructorDeclarationSyntax c => c.Identifier.Text,
                    LocalFunctionStatementSyntax l => l.Identifier.Text,
                    AccessorDeclarationSyntax a => a.Keyword.Text,
                    _ => null,
                };
                var span = node.GetLocation().GetLineSpan();
                if (name is not null && span.EndLinePosition.Line - span.StartLinePosition.Line + 1 is > MethodLines and var lines)
                    yield return file.At(node, $"{file.TypeAround(node)?.Name ?? "Program"}.{name}", $"has {lines} lines");
            }
        }
    }

    private static IEnumerable<Violation> ConstructorSize(House house)
    {
        foreach (var file in house.Code)
        {
            foreach (var list in file.Root.DescendantNodes().OfType<ParameterListSyntax>())
            {
                var limit = list.Parent is RecordDeclarationSyntax ? RecordParameters : ConstructorParameters;
                if (list.Parent is TypeDeclarationSyntax or ConstructorDeclarationSyntax && list.Parameters.Count > limit)
                    yield return file.At(list.Parent, file.TypeAround(list)!.Name, $"is made from {list.Parameters.Count} parameters");
            }
        }
    }

    private static IEnumerable<Violation> Sealed(House house) =>
        from file in house.Code
        from type in file.Types
        where type.Symbol is { TypeKind: TypeKind.Class, IsSealed: false, IsAbstract: false, IsStatic: false }
        select file.At(type.Node, type.Symbol.Name, "is neither sealed, abstract nor static");

    private static IEnumerable<Violation> Immutable(House house)
    {
        foreach (var file in house.Code)
        {
            foreach (var (_, type) in file.Types)
            {
                // What a room keeps to itself while it works, and the rows of its tables, may change.
                var shown = type.DeclaredAccessibility == Accessibility.Public || (type.IsRecord && type.DeclaredAccessibility != Accessibility.Private);
                if (!shown || Names.LastWord(type.Name) == "Options")
                    continue;
                foreach (var member in type.GetMembers().Where(m => m is { IsImplicitlyDeclared: false, IsStatic: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }))
                {
                    if (member.Locations[0].SourceTree == file.Root.SyntaxTree && Changes(member, type) is { } what)
                        yield return file.At(member.Locations[0], type.Name, $"{member.Name} {what}");
                }
            }
        }
    }

    private static string? Changes(ISymbol member, INamedTypeSymbol type) => member switch
    {
        IFieldSymbol { IsReadOnly: false, IsConst: false } when type.TypeKind != TypeKind.Enum => "is a field anyone can write",
        IPropertySymbol { SetMethod: { IsInitOnly: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } } p
            when !p.GetAttributes().Any(a => a.AttributeClass?.Name is "ParameterAttribute" or "SupplyParameterFromQueryAttribute" or "CascadingParameterAttribute")
            => "has a setter; make it init, or a new value",
        IPropertySymbol { Type: INamedTypeSymbol { Name: "List" or "Dictionary" or "HashSet" or "IList" or "IDictionary" or "ISet" or "Collection" } } when type.IsRecord
            => "is a collection anyone can change; make it IReadOnly...",
        _ => null,
    };

    private static IEnumerable<Violation> Interfaces(House house)
    {
        var all = house.Code.SelectMany(f => f.Types).Select(t => t.Symbol).Where(t => t.TypeKind is TypeKind.Class or TypeKind.Struct).ToList();
        return from file in house.Code
               from type in file.Types
               where type.Symbol.TypeKind == TypeKind.Interface
               let count = all.Count(t => t.AllInterfaces.Any(i => i.OriginalDefinition.ToDisplayString() == type.Symbol.ToDisplayString()))
               where count < 2
               select file.At(type.Node, type.Symbol.Name, $"has {count} implementation{(count == 1 ? "" : "s")}");
    }

    private static IEnumerable<Violation> Cancellation(House house)
    {
        foreach (var file in house.Code)
        {
            foreach (var node in file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                var method = file.Model.GetDeclaredSymbol(node)!;
                if (method is { DeclaredAccessibility: Accessibility.Public, IsOverride: false } && method.Name is not ("Main" or "DisposeAsync")
                    && method.ReturnType.Name is "Task" or "ValueTask" or "IAsyncEnumerable"
                    && !method.Parameters.Any(p => CarriesToken(p.Type)) && !Implements(method))
                {
                    yield return file.At(node, $"{method.ContainingType.Name}.{method.Name}", "takes no CancellationToken");
                }
            }
        }
    }

    private static bool CarriesToken(ITypeSymbol type) =>
        type.Name is "CancellationToken" or "HttpContext" || (type is INamedTypeSymbol { TypeKind: TypeKind.Delegate } work && work.DelegateInvokeMethod?.ReturnType.Name is "Task" or "ValueTask");

    /// <summary>Someone else's interface decides what the method takes.</summary>
    private static bool Implements(IMethodSymbol method) => method.ContainingType.AllInterfaces
        .Where(i => !Names.Of(i.ContainingNamespace).StartsWith("GlobeEcho", StringComparison.Ordinal))
        .SelectMany(i => i.GetMembers()).Any(m => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method));
}
