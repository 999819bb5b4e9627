using AngleSharp.Dom;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>What the names given to an element mean.</summary>
internal static class ElementNames
{
    // Longer class lists are a style sheet's, not a name.
    private const int Longest = 400;

    /// <summary>The words of class, id and component name, lower case: "c-Related_links" gives "c", "related" and "links".</summary>
    public static IReadOnlyList<string> Of(IElement element)
    {
        if (!element.HasAttribute("class") && !element.HasAttribute("id") && !element.HasAttribute("data-component"))
            return [];
        var words = new List<string>();
        Add(element.GetAttribute("class"), words);
        Add(element.GetAttribute("id"), words);
        Add(element.GetAttribute("data-component"), words);
        return words;
    }

    private static void Add(string? value, List<string> words)
    {
        if (string.IsNullOrEmpty(value) || value.Length > Longest)
            return;
        var start = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            var letter = i < value.Length && char.IsLetter(value[i]);
            if (letter && !(i > start && char.IsUpper(value[i]) && char.IsLower(value[i - 1])))
                continue;
            if (i > start)
                words.Add(value[start..i].ToLowerInvariant());
            start = letter ? i : i + 1;
        }
    }
}
