using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>A quotation with the one who said it.</summary>
/// <param name="Speaker">The name as the sentence has it, without office.</param>
/// <param name="Quote">What stands between the marks.</param>
/// <param name="Sentence">The sentence that has both.</param>
public sealed record SpokenQuote(ArticleId Article, string Publisher, string Speaker, TextSpan Quote, TextSpan Sentence);
