using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles.Blocks;

/// <summary>How much text, prose and links stand under each node, and where most of the prose is.</summary>
internal sealed class BlockSums
{
    // A paragraph of the press has a sentence or two; shorter lines are captions, teasers and menus more often than not.
    private const int LeastProse = 70;

    public BlockSums(BlockList list)
    {
        var nodes = list.Tree.Nodes;
        Weight = new int[list.Blocks.Length];
        Stops = new int[list.Blocks.Length];
        Phrases = new PhraseKind[list.Blocks.Length];
        IsProse = new bool[list.Blocks.Length];
        Prose = new int[nodes.Length];
        Text = new int[nodes.Length];
        Links = new int[nodes.Length];
        Count = new int[nodes.Length];
        for (var i = 0; i < list.Blocks.Length; i++)
            Measure(list, i);
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            if (nodes[i].Parent is var parent and >= 0)
            {
                Prose[parent] += Prose[i];
                Text[parent] += Text[i];
                Links[parent] += Links[i];
                Count[parent] += Count[i];
            }
        }

        Heart = FindHeart(list, 0.6);
        Whole = FindHeart(list, 0.9);
        Named = FindNamed(list);
    }

    /// <summary>A block's length, in which a character of a script that writes a word in one or two counts for three.</summary>
    public int[] Weight { get; }

    /// <summary>Marks that end sentences, in each block.</summary>
    public int[] Stops { get; }

    /// <summary>The set phrases in each block.</summary>
    public PhraseKind[] Phrases { get; }

    public bool[] IsProse { get; }

    public int[] Prose { get; }

    public int[] Text { get; }

    public int[] Links { get; }

    public int[] Count { get; }

    public int AllProse { get; private set; }

    public int AllText { get; private set; }

    /// <summary>The smallest node that holds most of the prose; -1 where none does.</summary>
    public int Heart { get; }

    /// <summary>The smallest node that holds nearly all of it.</summary>
    public int Whole { get; }

    /// <summary>The node that says it is the article's body and holds a good part of the prose; -1 where none does.</summary>
    public int Named { get; }

    private void Measure(BlockList list, int i)
    {
        ref readonly var block = ref list.Blocks[i];
        var text = list.TextOf(i);
        int dense = 0, stops = 0;
        foreach (var c in text)
        {
            if (c is '.' or '!' or '?' or '。' or '！' or '？' or '…' or '।' or '؟')
                stops++;
            else if (c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF')
                dense++;
        }

        var weight = text.Length + (2 * dense);
        Weight[i] = weight;
        Phrases[i] = GlobeEcho.Newsroom.Articles.Blocks.Phrases.In(text);
        Stops[i] = stops;
        AllText += weight;
        IsProse[i] = weight >= LeastProse && block.LinkLength < 0.4 * text.Length && (stops > 0 || weight > 2 * LeastProse)
            && !Tags.IsHeading(block.Tag) && block.Tag != Tag.Figcaption;
        if (IsProse[i])
            AllProse += weight;
        if (block.Node < 0)
            return;
        Text[block.Node] += weight;
        Links[block.Node] += block.LinkLength * weight / Math.Max(1, text.Length);
        Count[block.Node]++;
        if (IsProse[i])
            Prose[block.Node] += weight;
    }

    private int FindHeart(BlockList list, double share)
    {
        var nodes = list.Tree.Nodes;
        var least = share * AllProse;
        var heart = -1;
        // Nodes stand in the page's order, so the last one that holds enough is the deepest.
        for (var i = 0; i < nodes.Length && AllProse > 0; i++)
        {
            if (Prose[i] >= least && nodes[i].Tag is not (Tag.P or Tag.Li) && (heart < 0 || nodes[i].End <= nodes[heart].End))
                heart = i;
        }

        return heart;
    }

    private int FindNamed(BlockList list)
    {
        const double Least = 0.3;
        const Marks Furniture = Marks.Related | Marks.Comments | Marks.Sidebar | Marks.Footer | Marks.TagFooter | Marks.TagAside | Marks.TagNav;
        var best = -1;
        var bestValue = 0.0;
        for (var i = 0; i < list.Own.Length; i++)
        {
            var own = list.Own[i];
            if (Prose[i] < Least * AllProse || AllProse == 0 || (list.Around[i] & Furniture) != 0)
                continue;
            var strength = (own & Marks.BodyProperty) != 0 ? 1.3
                : (own & Marks.Content) != 0 && (own & (Marks.Article | Marks.Post)) != 0 ? 1.2
                : (own & Marks.TagArticle) != 0 ? 1.05
                : (own & (Marks.Content | Marks.TagMain)) != 0 ? 0.9 : 0;
            var value = strength * Prose[i];
            // Of two that hold the same, the inner one.
            if (strength > 0 && value >= bestValue)
                (best, bestValue) = (i, value);
        }

        return best;
    }
}
