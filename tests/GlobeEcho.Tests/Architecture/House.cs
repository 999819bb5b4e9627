using System.Reflection;
using System.Runtime.Loader;
using GlobeEcho.Newsroom.Archive;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GlobeEcho.Tests.Architecture;

/// <summary>
/// What the rules are asked of: the files of the repository, with the newsroom and the program as two compilations.
/// A fixture is a house of a few made-up files and goes through exactly the same rules.
/// </summary>
internal sealed class House
{
    private const string CommonUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private const string WebUsings =
        "global using System.Net.Http.Json; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; "
        + "global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration; "
        + "global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;";

    private static readonly Lazy<House> Built = new(() => new House(Repository.Files(), [typeof(NewsArchive).Assembly, Assembly.Load("globe-echo")]));

    private static readonly Lazy<MetadataReference[]> Outside = new(() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(f => Path.GetFileName(f) is not ("globe-echo.dll" or "GlobeEcho.Newsroom.dll" or "GlobeEcho.Tests.dll"))
            .Select(f => (MetadataReference)MetadataReference.CreateFromFile(f)).ToArray());

    private readonly Lazy<IReadOnlyList<Assembly>> _assemblies;

    private House(IReadOnlyList<HouseFile> files, IReadOnlyList<Assembly>? assemblies)
    {
        Files = files;
        var newsroom = Compile("newsroom", files.Where(f => f.IsUnder("src/GlobeEcho.Newsroom")), CommonUsings, [], OutputKind.DynamicallyLinkedLibrary);
        var program = Compile(
            "program", files.Where(f => f.IsUnder("src/GlobeEcho")), CommonUsings + WebUsings, [newsroom.ToMetadataReference()], OutputKind.ConsoleApplication);
        NewsroomCompilation = newsroom;
        Code = [.. Bind(newsroom), .. Bind(program)];
        _assemblies = new(() => assemblies ?? [Emit(newsroom)]);
    }

    public static House Ours => Built.Value;

    public IReadOnlyList<HouseFile> Files { get; }

    public IReadOnlyList<CodeFile> Code { get; }

    /// <summary>Razor files: not bound, only read as text.</summary>
    public IEnumerable<HouseFile> Pages => Files.Where(f => f.IsUnder("src") && f.Path.EndsWith(".razor", StringComparison.Ordinal));

    public CSharpCompilation NewsroomCompilation { get; }

    /// <summary>The same code as it runs, for what only running code can tell: the defaults of options.</summary>
    public IReadOnlyList<Assembly> Assemblies => _assemblies.Value;

    public HouseFile? File(string path) => Files.FirstOrDefault(f => f.Path == path);

    /// <summary>A house of made-up files.</summary>
    public static House Of(IReadOnlyList<HouseFile> files) => new(files, null);

    private static CSharpCompilation Compile(
        string name, IEnumerable<HouseFile> files, string usings, IEnumerable<MetadataReference> others, OutputKind kind)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(f => CSharpSyntaxTree.ParseText(f.Text, options, f.Path));
        return CSharpCompilation.Create(
            name,
            trees.Prepend(CSharpSyntaxTree.ParseText(usings, options)),
            Outside.Value.Concat(others),
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
    }

    private IEnumerable<CodeFile> Bind(CSharpCompilation compilation) =>
        from tree in compilation.SyntaxTrees
        where tree.FilePath.Length > 0
        select new CodeFile(File(tree.FilePath)!, (CompilationUnitSyntax)tree.GetRoot(), compilation.GetSemanticModel(tree));

    private static Assembly Emit(CSharpCompilation compilation)
    {
        using var bytes = new MemoryStream();
        var result = compilation.Emit(bytes);
        if (!result.Success)
            throw new InvalidOperationException("The fixture does not compile: " + string.Join("; ", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        bytes.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(bytes);
    }
}
