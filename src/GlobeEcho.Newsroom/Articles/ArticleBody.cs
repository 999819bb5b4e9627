using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>An article's text and what each of its pieces is.</summary>
/// <param name="Text">Plain text, blocks divided by one empty line ("\n\n").</param>
/// <param name="Blocks">In the order of the text, every character of which but the dividers is in exactly one.</param>
public sealed record ArticleBody(string Text, IReadOnlyList<BodyBlock> Blocks)
{
    private const string Divider = "\n\n";

    public static ArticleBody Empty { get; } = new("", []);

    /// <summary>A text of which nobody knows what its pieces were: each is a paragraph.</summary>
    public static ArticleBody OfText(string text)
    {
        if (text.Length == 0)
            return Empty;
        var blocks = new List<BodyBlock>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf(Divider, start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            blocks.Add(new BodyBlock(BodyBlockKind.Paragraph, new TextSpan(start, end - start)));
            start = end + Divider.Length;
        }

        return new ArticleBody(text, blocks);
    }
}
