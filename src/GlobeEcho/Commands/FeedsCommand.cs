using System.CommandLine;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo feeds</c>: who the paper reads.</summary>
internal static class FeedsCommand
{
    /// <param name="open">Makes the newsroom's services for the command line that was given; the command disposes them.</param>
    public static Command Create(Func<ParseResult, ServiceProvider> open) =>
        new("feeds", "List, add, remove, check, import and export the feeds the paper reads.")
        {
            FeedsList.Create(open),
            FeedsAdd.Create(open),
            FeedsRemove.Create(open),
            FeedsCheck.Create(open),
            FeedsImport.Create(open),
            FeedsExport.Create(open),
        };

    /// <exception cref="OperatorException">The text is no http address.</exception>
    public static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new OperatorException($"{text} is no address of a feed: it must begin with http:// or https://.");
}
