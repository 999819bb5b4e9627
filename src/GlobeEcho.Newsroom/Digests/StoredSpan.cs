using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>A citation as the archive keeps it, in JSON.</summary>
internal sealed record StoredSpan(long Article, int Start, int Length)
{
    public static StoredSpan From(Citation citation) => new(citation.Article.Value, citation.Span.Start, citation.Span.Length);

    public Citation ToCitation() => new(new ArticleId(Article), new TextSpan(Start, Length));
}
