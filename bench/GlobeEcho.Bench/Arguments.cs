namespace GlobeEcho.Bench;

internal static class Arguments
{
    /// <summary>What follows a name; null when the name is not there.</summary>
    public static string? Value(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
