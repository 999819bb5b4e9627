using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.StoryPage;

/// <summary>One claim of the digest as it is printed.</summary>
/// <param name="Number">Over the whole page, counted from 1; the sentence under the headline is the first.</param>
/// <param name="IsNew">Everything it rests on joined after the reader's last visit.</param>
public sealed record Sentence(int Number, string Text, string? Language, IReadOnlyList<Quote> Quotes, bool IsNew)
{
    /// <summary>When it came in, where that was after the article's beginning; null for a sentence that stood there first.</summary>
    public DateTimeOffset? Added { get; init; }

    /// <summary>When it was held against a publisher's correction and found to stand; null when nothing it rested on was corrected.</summary>
    public DateTimeOffset? Checked { get; init; }

    /// <summary>Every text it rests on was changed by its publisher since, and has not been read again yet.</summary>
    public bool InDoubt { get; init; }

    /// <summary>It has a number on which reports differ; told below the article.</summary>
    public bool Differs { get; init; }

    /// <summary>It stands under the headline.</summary>
    public bool IsStandfirst { get; init; }

    /// <summary>The publishers it rests on that tell it independently, each once, in the order of their numbers.</summary>
    public IEnumerable<(int Number, string Name)> Voices => Quotes.Where(q => q.CopyOf is null).Select(q => (q.Voice, q.Article.PublisherName)).Distinct().OrderBy(v => v.Voice);

    /// <summary>How the page names what it rests on.</summary>
    public string RestsOn => Voices.Count() is var count && count > 1 ? Count.Of(count, "independent publisher") : Count.Of(count, "publisher");
}
