using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Folding;

namespace GlobeEcho.Bench.Training;

/// <summary>How the folding is taught: first from stories as they should be, then from stories as the lessons so far make them.</summary>
internal sealed record FoldLessons(
    double Ridge, int Rounds, double JoinAt, double MergeAt, double PartAt, double Roundup, bool NoParts, FoldWeights Weights)
{
    // What can only speak for being one story, and what only against.
    private static readonly HashSet<string> Speaks =
    [
        "cos", "cosWords", "cosNumbers", "cosLead", "maxMember", "topMembers", "meanMember",
        "inStoryWords", "inStoryNumbers", "ofCoreWords", "ofCoreNumbers", "rarestName", "sharedMass",
        "dayAgree", "leadNamesIn", "coreLeadNamesIn", "topNameIn", "cosRoot", "relativeNames",
        "coreNames", "coreWords", "ownNames", "leastNames", "leastWords", "jaccWords", "ahead", "aheadMember", "headlines", "within", "between", "separation",
    ];

    private static readonly HashSet<string> Denies =
        ["gap", "yearConflict", "dayConflict", "countryConflict", "exclusiveOwn", "exclusiveBoth", "exclusiveSized"];

    private static readonly int[] For = [.. Evidence.Features.Select(Sign)];
    private static readonly int[] Against = [.. Evidence.PartFeatures.Select(f => f == "within" ? 0 : -Sign(f))];

    private static int Sign(string feature) => Speaks.Contains(feature) ? 1 : Denies.Contains(feature) ? -1 : 0;

    /// <param name="use">Whether a decision between articles of a set's two topics may be learned from.</param>
    public TabledModel Learn(IReadOnlyList<FoldSet> train, Func<string, int, int, bool> use)
    {
        var gold = new FoldRecorder.Rows();
        foreach (var set in train)
            Run(set, new FoldRecorder(set, new GoldModel(set), WeightOf(set), use, gold));
        var model = new TabledModel(TabledModel.Pair.Learn(gold.Joins, Ridge, For), null, null);
        for (var round = 0; round < Rounds; round++)
        {
            var rows = new FoldRecorder.Rows();
            foreach (var set in train)
                Run(set, new FoldRecorder(set, new Shifted(model, this), WeightOf(set), use, rows));
            model = new TabledModel(
                TabledModel.Pair.Learn([.. gold.Joins, .. rows.Joins], Ridge, For), TabledModel.Pair.Learn(rows.Merges, Ridge, For),
                // Parts are tried upon stories that merges have made.
                NoParts || round == 0 ? null : TabledModel.Pair.Learn(rows.Parts, Ridge, Against));
        }

        return model;
    }

    public long[] Said(FoldSet set, FoldModel model) => Run(set, model is TabledModel ? new Shifted(model, this) : model);

    private long[] Run(FoldSet set, FoldModel model)
    {
        var folding = new StoryFolding(TimeSpan.FromDays(7), 10_000, Weights, model);
        var said = new long[set.Articles.Length];
        for (var i = 0; i < said.Length; i++)
        {
            var decision = folding.Fold(set.Articles[i], i + 1);
            said[i] = decision.Story;
            foreach (var merged in decision is FoldDecision.Joined joined ? joined.Merged : [])
            {
                for (var j = 0; j <= i; j++)
                    said[j] = said[j] == merged ? decision.Story : said[j];
            }

            if (decision.Parted is not { } parting)
                continue;
            if (decision.Story == parting.NewStory)
            {
                foreach (var merged in decision is FoldDecision.Joined both ? both.Merged : [])
                {
                    for (var j = 0; j <= i; j++)
                        said[j] = said[j] == merged || said[j] == parting.NewStory ? parting.From : said[j];
                }
            }

            foreach (var key in parting.Articles)
                said[key] = parting.NewStory;
        }

        return said;
    }

    // Short pieces are many, patterned reports made up: neither may outweigh the news.
    private double WeightOf(FoldSet set) => set.Name switch
    {
        _ when set.Name.Contains("pieces", StringComparison.Ordinal) => 0.3 * Worth(set),
        _ when set.From != "roundup" && set.Name.EndsWith("patterned", StringComparison.Ordinal) => 0.3,
        _ when set.From != "roundup" && set.Name.EndsWith("twins", StringComparison.Ordinal) => 0.5,
        _ => Worth(set),
    };

    private double Worth(FoldSet set) => set.From switch
    {
        "roundup" => Roundup,
        "5w1h" => 3,
        _ when set.Name.EndsWith("dense", StringComparison.Ordinal) => 0.3,
        _ => 1,
    };

    private sealed class Shifted(FoldModel model, FoldLessons lessons) : FoldModel
    {
        public override double Join(Member article, FoldedStory story, double[] evidence) => model.Join(article, story, evidence) - lessons.JoinAt;

        public override double Merge(FoldedStory one, FoldedStory other, double[] evidence) => model.Merge(one, other, evidence) - lessons.MergeAt;

        public override double Part(FoldedStory one, FoldedStory other, double[] evidence) => model.Part(one, other, evidence) - lessons.PartAt;
    }
}
