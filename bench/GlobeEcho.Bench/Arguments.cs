using System.Globalization;

namespace GlobeEcho.Bench;

internal static class Arguments
{
    /// <summary>What follows a name; null when the name is not there.</summary>
    public static string? Value(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    public static int Whole(string[] args, string name, int usual) => Value(args, name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : usual;

    public static double Number(string[] args, string name, double usual) => Value(args, name) is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : usual;
}
