using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>A sentence a digest may take.</summary>
internal sealed class Candidate(CitableText source, int publisher, int position, TextSpan span, int[] tokens, int[] terms, Fitness fitness)
{
    private string? _text;
    private WordSet? _words;

    public CitableText Source { get; } = source;

    /// <summary>Index of the publisher within the story.</summary>
    public int Publisher { get; } = publisher;

    /// <summary>Index among its text's sentences.</summary>
    public int Position { get; } = position;

    public TextSpan Span { get; } = span;

    public int WordCount => Tokens.Length;

    /// <summary>Every word in order, function words too, as indexes into the story's <see cref="StoryTerms.Tokens"/>.</summary>
    public int[] Tokens { get; } = tokens;

    /// <summary>Different content words, as indexes into the story's vocabulary, ascending.</summary>
    public int[] Terms { get; } = terms;

    public Fitness Fitness { get; } = fitness;

    /// <summary>The sentence, its opening pronoun resolved; then the span begins with the sentence before.</summary>
    public string? Resolved { get; init; }

    public string Text => _text ??= Resolved ?? Span.Of(Source.Text);

    public WordSet Words => _words ??= WordSet.Of(Text);
}
