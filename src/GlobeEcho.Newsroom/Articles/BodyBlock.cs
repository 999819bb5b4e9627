using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Articles;

/// <param name="Span">Where it stands in <see cref="ArticleBody.Text"/>.</param>
/// <param name="Level">Of a heading, 1 to 6; else 0.</param>
public sealed record BodyBlock(BodyBlockKind Kind, TextSpan Span, int Level = 0);
