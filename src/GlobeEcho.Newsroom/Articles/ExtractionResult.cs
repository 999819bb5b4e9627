namespace GlobeEcho.Newsroom.Articles;

/// <summary>What came of looking for an article in a page.</summary>
public abstract record ExtractionResult
{
    private ExtractionResult()
    {
    }

    public sealed record Extracted(ExtractedArticle Article) : ExtractionResult;

    /// <param name="Reason">Plain words, for the entry's record.</param>
    /// <param name="Found">What could be read all the same: headline, date and the little text there is; null when nothing could.</param>
    public sealed record NotAnArticle(string Reason, ExtractedArticle? Found = null) : ExtractionResult;
}
