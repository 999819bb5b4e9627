namespace GlobeEcho.Newsroom.Digests;

/// <summary>What <c>GlobeEcho.Bench digest-train</c> learned.</summary>
internal static class WordWorthWeights
{
    /// <summary>In the order of <see cref="WordWorth.Names"/>.</summary>
    public static readonly double[] Words =
    [
        -3.754, // one
        1.065, // publishers
        2.751, // headlines
        -0.544, // leads
        0.362, // repeated
        -0.222, // log count
        0.79, // function word
        0.864, // capital
        0.006, // number
        -0.117, // length
        0.393, // early
        -0.928, // function word x publishers
        -1.634, // headlines x publishers
        -0.762, // capital x publishers
        0.366, // size
        -0.922, // headlines x function word
        -0.571, // told by all
        0.519, // leads x publishers
        -2.916, // log occurrence
        0.52, // log occurrence x function word
        -0.274, // second or later
        0.542, // second or later x function word
        1.732, // share
        -0.178, // share x function word
        -0.179, // log occurrence x share
        0.922, // size x log occurrence
        0.419, // as often in one text
        0.615, // salience of its sentences
        1.463, // log count x publishers
        0.988, // headlines of a word said once
    ];

    /// <summary>One, words by 200, their logarithm, sentences by 9.</summary>
    public static readonly double[] Length = [13.7, 66.81, 6.78, -5.85];
}
