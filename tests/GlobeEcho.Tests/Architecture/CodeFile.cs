using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GlobeEcho.Tests.Architecture;

/// <summary>One source file of the newsroom or the program, parsed and bound.</summary>
internal sealed class CodeFile
{
    private readonly Lazy<IReadOnlyList<Use>> _uses;

    public CodeFile(HouseFile file, CompilationUnitSyntax root, SemanticModel model)
    {
        File = file;
        Root = root;
        Model = model;
        Types = root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(n => n is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Select(n => (Node: n, Symbol: (INamedTypeSymbol)model.GetDeclaredSymbol(n)!)).ToList();
        _uses = new Lazy<IReadOnlyList<Use>>(() => FindUses().ToList());
    }

    public HouseFile File { get; }

    public string Path => File.Path;

    public CompilationUnitSyntax Root { get; }

    public SemanticModel Model { get; }

    public IReadOnlyList<(MemberDeclarationSyntax Node, INamedTypeSymbol Symbol)> Types { get; }

    /// <summary>The namespace of the file's first type; empty for top-level statements.</summary>
    public string Space => Types.Count == 0 ? "" : Names.Of(Types[0].Symbol.ContainingNamespace);

    /// <summary>Every mention of a type or of its members, also through <c>var</c> and <c>new()</c>.</summary>
    public IReadOnlyList<Use> Uses => _uses.Value;

    public Violation At(SyntaxNode node, string subject, string what) => At(node.GetLocation(), subject, what);

    public Violation At(Location place, string subject, string what) =>
        new(Path, place.GetLineSpan().StartLinePosition.Line + 1, subject, what);

    /// <summary>The outermost type a node stands in; null in top-level statements.</summary>
    public INamedTypeSymbol? TypeAround(SyntaxNode node)
    {
        var outer = node.Ancestors().OfType<BaseTypeDeclarationSyntax>().LastOrDefault();
        return outer is null ? null : Model.GetDeclaredSymbol(outer);
    }

    /// <summary>Texts of string literals, the fixed parts of interpolated ones included.</summary>
    public IEnumerable<(SyntaxNode Node, string Text)> Strings()
    {
        foreach (var node in Root.DescendantNodes())
        {
            if (node is LiteralExpressionSyntax literal && literal.Token.Value is string text)
                yield return (node, text);
            else if (node is InterpolatedStringExpressionSyntax parts)
                yield return (node, string.Concat(parts.Contents.Select(c => c is InterpolatedStringTextSyntax t ? t.TextToken.ValueText : " ? ")));
        }
    }

    private IEnumerable<Use> FindUses()
    {
        foreach (var node in Root.DescendantNodes(n => n is not (UsingDirectiveSyntax or QualifiedNameSyntax { Parent: BaseNamespaceDeclarationSyntax })))
        {
            if (node is not (SimpleNameSyntax or BaseObjectCreationExpressionSyntax))
                continue;
            var info = Model.GetSymbolInfo(node);
            var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
            if (symbol is IMethodSymbol { ReducedFrom: { } extension })
                symbol = extension;
            var type = symbol switch
            {
                INamedTypeSymbol named => named,
                IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => symbol.ContainingType,
                _ => null,
            };
            if (type is not null && type.TypeKind != TypeKind.Error)
                yield return new Use(symbol!, type.OriginalDefinition, node);
        }
    }
}
