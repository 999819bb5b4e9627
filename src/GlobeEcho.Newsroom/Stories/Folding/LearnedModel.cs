using System.Globalization;

namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>Weighs the evidence by the tables learned in the bench: one frozen set for every stream.</summary>
internal sealed class LearnedModel : FoldModel
{
    private const string Resource = "GlobeEcho.Newsroom.Stories.Folding.fold-weights.txt";

    private static readonly double[][] Tables = Read();

    // Reports by a pattern share their words and nothing else: where both sides have names and none is shared, this much more is asked.
    private const double Strangers = 3;

    private static readonly int SharedName = Array.IndexOf(Evidence.Features, "rarestName");
    private static readonly int NoNames = Array.IndexOf(Evidence.Features, "noNames");
    private static readonly int NoCoreNames = Array.IndexOf(Evidence.Features, "noCoreNames");

    public override double Join(Member article, FoldedStory story, double[] evidence) => Score(0, evidence) - Strange(evidence);

    public override double Merge(FoldedStory one, FoldedStory other, double[] evidence) => Score(2, evidence) - Strange(evidence);

    public override double Part(FoldedStory one, FoldedStory other, double[] evidence) => Score(4, evidence);

    private static double Strange(double[] evidence) =>
        evidence[SharedName] == 0 && evidence[NoNames] == 0 && evidence[NoCoreNames] == 0 ? Strangers : 0;

    private static double Score(int tables, double[] evidence)
    {
        var table = Tables[Evidence.IsBrief(evidence) ? tables + 1 : tables];
        var sum = table[^1];
        for (var f = 0; f < evidence.Length; f++)
            sum += table[f] * evidence[f];
        return sum;
    }

    // A row a feature, in the order of Evidence.PartFeatures, and the start last; two columns a decision, for articles and for headlines.
    private static double[][] Read()
    {
        using var stream = typeof(LearnedModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The weights of the folding are not in the program.");
        using var reader = new StreamReader(stream);
        var tables = Enumerable.Range(0, 6).Select(_ => new double[Evidence.PartFeatures.Length + 1]).ToArray();
        var row = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var name = row < Evidence.PartFeatures.Length ? Evidence.PartFeatures[row] : "start";
            if (cells[0] != name)
                throw new InvalidOperationException($"The weights of the folding have {cells[0]} where {name} belongs: learn them anew.");
            for (var t = 0; t < tables.Length; t++)
                tables[t][row] = double.Parse(cells[t + 1], CultureInfo.InvariantCulture);
            row++;
        }

        return tables;
    }
}
