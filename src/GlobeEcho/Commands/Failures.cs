using System.CommandLine;
using GlobeEcho.Newsroom.Archive;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Commands;

/// <summary>Turns what an operator can mend into one plain sentence on standard error and exit code 1.</summary>
internal static class Failures
{
    /// <summary>Exceptions come through to <see cref="ExplainAsync"/>; after Ctrl-C a command has five seconds to end.</summary>
    public static InvocationConfiguration Unhandled => new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(5) };

    public static async Task<int> ExplainAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e) when (Sentence(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return 130;
        }
    }

    private static string? Sentence(Exception e) => e switch
    {
        ArchiveException or OperatorException => e.Message,
        OptionsValidationException options => string.Join(Environment.NewLine, options.Failures),
        // The binder's own words name the key, or the unknown property and its section.
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => "The configuration cannot be read: " + e.Message,
        InvalidDataException { Source: "Microsoft.Extensions.Configuration.FileExtensions" } =>
            $"{e.Message} {e.InnerException?.Message}",
        // Kestrel, when the address is taken.
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            $"{e.Message} Choose another address with --urls.",
        AggregateException { InnerExceptions: [var one] } => Sentence(one),
        _ => null,
    };
}
