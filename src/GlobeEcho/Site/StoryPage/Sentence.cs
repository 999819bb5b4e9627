namespace GlobeEcho.Site.StoryPage;

/// <summary>One claim of the digest as it is printed.</summary>
/// <param name="Number">Over the whole digest, counted from 1.</param>
/// <param name="IsNew">Everything it rests on joined after the reader's last visit.</param>
public sealed record Sentence(int Number, string Text, string? Language, IReadOnlyList<Quote> Quotes, bool IsNew)
{
    /// <summary>The voices it rests on, each once, in the order of their numbers.</summary>
    public IEnumerable<(int Number, string Name)> Voices => Quotes.Select(q => (q.Voice, q.Article.PublisherName)).Distinct().OrderBy(v => v.Voice);
}
