using System.Globalization;

namespace GlobeEcho.Site.Shell;

/// <summary>Languages as the page marks and names them. The page itself is English.</summary>
public static class Tongue
{
    /// <summary>The lang attribute a text needs; null when it is English or nobody knows.</summary>
    public static string? Mark(string? language) => language is null or "en" || !IsCode(language) ? null : language;

    /// <summary>The dir attribute a text needs; null when it is English.</summary>
    public static string? Direction(string? language) => Mark(language) is null ? null : "auto";

    /// <summary>"French"; the code itself where the machine knows no name.</summary>
    public static string Name(string language)
    {
        try
        {
            return IsCode(language) ? CultureInfo.GetCultureInfo(language).EnglishName : language;
        }
        catch (CultureNotFoundException)
        {
            return language;
        }
    }

    // An attribute that is no language tag would be worse than none.
    private static bool IsCode(string language) => language.Length is >= 2 and <= 8 && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
