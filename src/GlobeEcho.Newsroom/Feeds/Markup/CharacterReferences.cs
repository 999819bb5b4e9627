using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace GlobeEcho.Newsroom.Feeds.Markup;

/// <summary>Entities and character references as XML and HTML have them: every name of HTML, decimal and hexadecimal numbers.</summary>
internal static class CharacterReferences
{
    // The longest name of HTML has 31 letters; a reference that is longer is none.
    private const int Longest = 40;

    // What HTML says of the numbers 0x80 to 0x9F: they mean windows-1252.
    private const string C1 = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>Finds nothing: only numeric references are decoded.</summary>
    public static readonly Func<string, string?> Numeric = _ => null;

    private static readonly DeclaredEntities None = new();

    /// <summary>Decodes each reference once; unknown ones and a lone ampersand stay as they are.</summary>
    public static string Decode(string text, DeclaredEntities? declared = null)
    {
        declared ??= None;
        return Decode(text, name => declared.Find(name) ?? Named(name));
    }

    public static string Decode(string text, Func<string, string?> named)
    {
        var at = text.IndexOf('&');
        if (at < 0)
            return text;
        var built = new StringBuilder(text.Length);
        var from = 0;
        while (at >= 0)
        {
            if (Length(text.AsSpan(at)) is > 0 and var length && Meaning(text.AsSpan(at + 1, length - 2), named) is { } meaning)
            {
                built.Append(text, from, at - from).Append(meaning);
                from = at + length;
            }

            at = text.IndexOf('&', Math.Max(from, at + 1));
        }

        return from == 0 ? text : built.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>How long the reference at the beginning is, with its ampersand and semicolon; 0 when there is none.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, Longest)].IndexOf(';');
        if (end < 2)
            return 0;
        var name = text[1..end];
        if (name[0] != '#')
            return IsName(name) ? end + 1 : 0;
        var digits = name[1..];
        if (digits.Length > 1 && digits[0] is 'x' or 'X')
            return digits[1..].ContainsAnyExcept("0123456789abcdefABCDEF") ? 0 : end + 1;
        return digits.Length == 0 || digits.ContainsAnyExceptInRange('0', '9') ? 0 : end + 1;
    }

    /// <summary>What HTML means by a name; null when it has no such name.</summary>
    public static string? Named(string name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => HtmlEntityProvider.Resolver.GetSymbol(name + ";"),
    };

    /// <summary>Letters for the control characters that stand for windows-1252 in a text that was never converted.</summary>
    public static char Western(char c) => c is >= '\u0080' and <= '\u009F' ? C1[c - 0x80] : c;

    private static string? Meaning(ReadOnlySpan<char> name, Func<string, string?> named)
    {
        if (name[0] != '#')
            return named(name.ToString());
        var hex = name[1] is 'x' or 'X';
        if (!int.TryParse(name[(hex ? 2 : 1)..], hex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return "\uFFFD";
        return code switch
        {
            '\t' or '\n' or '\r' => ((char)code).ToString(),
            < 0x20 => " ",
            _ => Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD",
        };
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (!char.IsAsciiLetter(name[0]))
            return false;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.'))
                return false;
        }

        return true;
    }
}
