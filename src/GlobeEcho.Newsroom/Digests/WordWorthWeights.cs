namespace GlobeEcho.Newsroom.Digests;

/// <summary>What <c>GlobeEcho.Bench digest-train</c> learned.</summary>
internal static class WordWorthWeights
{
    /// <summary>In the order of <see cref="WordWorth.Names"/>.</summary>
    public static readonly double[] Words =
    [
        -3.758, // one
        1.07, // publishers
        2.751, // headlines
        -0.538, // leads
        0.358, // repeated
        -0.215, // log count
        0.789, // function word
        0.864, // capital
        0.006, // number
        -0.116, // length
        0.387, // early
        -0.924, // function word x publishers
        -1.634, // headlines x publishers
        -0.759, // capital x publishers
        0.368, // size
        -0.922, // headlines x function word
        -0.574, // told by all
        0.525, // leads x publishers
        -2.913, // log occurrence
        0.518, // log occurrence x function word
        -0.274, // second or later
        0.543, // second or later x function word
        1.734, // share
        -0.181, // share x function word
        -0.178, // log occurrence x share
        0.925, // size x log occurrence
        0.422, // as often in one text
        0.616, // salience of its sentences
        1.452, // log count x publishers
        0.988, // headlines of a word said once
    ];

    /// <summary>One, words by 200, their logarithm, sentences by 9.</summary>
    public static readonly double[] Length = [13.62, 66.94, 6.75, -5.89];
}
