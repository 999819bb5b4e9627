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

    public string Text => _text ??= Span.Of(Source.Text);

    public WordSet Words => _words ??= WordSet.Of(Text);
}
