using Microsoft.CodeAnalysis;

namespace GlobeEcho.Tests.Architecture;

/// <param name="Symbol">The type, or the member of it that is used.</param>
internal sealed record Use(ISymbol Symbol, INamedTypeSymbol Type, SyntaxNode Node)
{
    public string Namespace => Names.Of(Type.ContainingNamespace);
}
