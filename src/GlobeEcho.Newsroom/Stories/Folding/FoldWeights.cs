namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>
/// How terms are weighed before the learned weights (fold-weights.txt) judge them. Chosen by hand on the development parts of two public sets
/// of English news, for one likeness and one threshold, and kept when the learning came.
/// </summary>
internal sealed record FoldWeights
{
    /// <summary>How often a word of the headline counts.</summary>
    public double Headline { get; init; } = 3;

    /// <summary>Words of the lead and how often each counts.</summary>
    public int LeadWords { get; init; } = 40;

    public double Lead { get; init; } = 1;

    /// <summary>Words that are read at all, the headline's with them: news says first what happened.</summary>
    public int TextWords { get; init; } = 300;

    /// <summary>How much more than another word a name tells; the same for numbers and countries below.</summary>
    public double Name { get; init; } = 1.6;

    public double Number { get; init; } = 0.8;

    public double Country { get; init; } = 0.8;

    /// <summary>How many imagined articles stand behind the first document frequencies.</summary>
    public double Prior { get; init; } = 1000;

    /// <summary>The share of these articles that holds a word, where <see cref="WordShares"/> does not know it, and a name.</summary>
    public double WordShare { get; init; } = 0.001;

    public double NameShare { get; init; } = 0.003;

    /// <summary>A word that is common at large may still be a name here: no name is taken to be in more than this share.</summary>
    public double MostNameShare { get; init; } = 0.02;

    public double NumberShare { get; init; } = 0.02;

    public double CountryShare { get; init; } = 0.02;

    /// <summary>Likeness that counts when article and story share no language, and how much of a score more of it is.</summary>
    public double JoinForeign { get; init; } = 0.30;

    public double ForeignScale { get; init; } = 10;

    /// <summary>What being a copy adds to the score.</summary>
    public double Copy { get; init; } = 1.5;
}
