namespace GlobeEcho.Newsroom.Articles;

/// <summary>An article's text and what each of its pieces is.</summary>
/// <param name="Text">Plain text, blocks divided by one empty line ("\n\n").</param>
/// <param name="Blocks">In the order of the text, every character of which but the dividers is in exactly one.</param>
public sealed record ArticleBody(string Text, IReadOnlyList<BodyBlock> Blocks)
{
    public static ArticleBody Empty { get; } = new("", []);
}
