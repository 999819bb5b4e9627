namespace GlobeEcho.Newsroom.Articles;

/// <summary>What a piece of an article's text was in its page.</summary>
public enum BodyBlockKind
{
    Paragraph,
    Heading,
    ListItem,
    Quote,
    TableRow,
    Preformatted,
    Caption,
}
