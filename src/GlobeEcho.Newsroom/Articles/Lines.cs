using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Short pieces of text outside a page's body.</summary>
internal static class Lines
{
    /// <summary>White space of every kind made single, and trimmed; what shows nothing is left out.</summary>
    public static string Fold(string text)
    {
        var sheet = new TextSheet(text.Length);
        sheet.AppendPlain(text);
        return sheet.ToString();
    }
}
