namespace GlobeEcho.Newsroom.Text;

public static class LanguageGuess
{
    public static string? Of(string text) => null;
    public static bool Knows(string language) => true;
}
