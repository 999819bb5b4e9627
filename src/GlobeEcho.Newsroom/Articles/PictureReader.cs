using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Articles.Blocks;
using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>What a page writes under its first picture.</summary>
internal static partial class PictureReader
{
    private const Marks Others = Marks.TagAside | Marks.TagNav | Marks.TagFooter | Marks.Related | Marks.Sidebar | Marks.Trending;

    public static (string? Caption, string? Credit) Read(PageScan scan)
    {
        const int Longest = 600;
        var nodes = scan.Tree.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Tag != Tag.Figcaption || (scan.List.Around[i] & Others) != 0)
                continue;
            var text = scan.Tree.TextOf(i);
            if (text.Length is 0 or > Longest)
                continue;
            var credit = Credit().Match(text);
            return credit.Success ? (text[..credit.Index].Trim(' ', '(', '|', '/') is { Length: > 0 } rest ? rest : null, credit.Groups["who"].Value.Trim(' ', ')', '.')) : (text, null);
        }

        return (null, null);
    }

    [GeneratedRegex(@"(?:\b(?:photo(?:graph)?s?|foto|image|bild|picture|credit|crédit(?:s)?|imagen|imagem|фото)\s*(?:credit)?\s*[:/]|\b(?:photo|photograph|picture|image)(?:s)? by\b|©|\((?=(?:AP|AFP|Reuters|Getty)))\s*(?<who>[^|]{2,120})$", RegexOptions.IgnoreCase)]
    private static partial Regex Credit();
}
