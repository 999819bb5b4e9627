using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Articles.Blocks;
using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>What is known of a whole page, as numbers for judging whether it is one article.</summary>
internal static partial class PageTraits
{
    public const int Count = 59;

    private static readonly string[] Kinds =
        ["NewsArticle", "BlogPosting", "Article", "CollectionPage", "ItemList", "DiscussionForumPosting", "QAPage", "Product", "VideoObject", "WebPage", "FAQPage", "Blog", "ImageGallery", "Recipe"];

    public static float[] Of(StudiedPage page, float[] scores)
    {
        var values = new float[Count];
        var at = 0;
        void Add(float value) => values[at++] = value;
        Chosen(page, scores, Add);
        Structure(page, Add);
        foreach (var kind in Kinds)
            Add(page.Said.Kinds.Contains(kind) ? 1 : 0);
        var type = page.Scan.Meta("og:type")?.ToLowerInvariant();
        Add(type is null ? 0 : type.Contains("article", StringComparison.Ordinal) ? 1 : type == "website" ? 2 : type.Contains("product", StringComparison.Ordinal) ? 3 : 4);
        OfAddress(page.Address, Add);
        Add(page.Facts.Published is null ? 0 : 1);
        Add(page.Facts.Modified is null ? 0 : 1);
        Add(page.Facts.Byline.Count);
        Add(page.Facts.Headline.Length);
        Add(page.Facts.Body is null ? 0 : 1);
        Add(page.Scan.Meta("article:published_time") is null ? 0 : 1);
        Add(page.Scan.Meta("author") is null ? 0 : 1);
        Add(ListWords().IsMatch(page.Scan.BodyClass) ? 1 : 0);
        Add(SingleWords().IsMatch(page.Scan.BodyClass) ? 1 : 0);
        Add(TalkWords().IsMatch(page.Scan.BodyClass) ? 1 : 0);
        return at == Count ? values : throw new InvalidOperationException($"{at} numbers for a page where {Count} are meant.");
    }

    private static void Chosen(StudiedPage page, float[] scores, Action<float> add)
    {
        int weight = 0, count = 0, prose = 0, runs = 0, links = 0, last = -9, heard = 0, longest = 0;
        var sure = 0f;
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] <= 0)
                continue;
            var own = page.Sums.Weight[i];
            weight += own;
            count++;
            prose += page.Sums.IsProse[i] ? own : 0;
            links += page.List.Blocks[i].LinkLength;
            runs += i > last + 3 ? 1 : 0;
            last = i;
            sure += scores[i] * own;
            heard += page.List.Blocks[i].Node >= 0 && (page.List.Around[page.List.Blocks[i].Node] & (Marks.Comments | Marks.Card)) != 0 ? own : 0;
            longest = Math.Max(longest, own);
        }

        add(MathF.Log2(1 + weight));
        add(MathF.Log2(1 + count));
        add(Share(prose, page.Sums.AllProse));
        add(Share(weight, page.Sums.AllText));
        add(runs);
        add(Share(weight, count));
        add(Share(links, weight));
        add(weight == 0 ? -5 : sure / weight);
        add(Share(heard, weight));
        add(longest);
        add(Share(runs * 1000, weight));
    }

    private static void Structure(StudiedPage page, Action<float> add)
    {
        int articles = 0, times = page.Scan.Times.Count, headings = 0, linked = 0, commented = 0, cards = 0, linkText = 0, replies = 0, related = 0, signed = 0;
        foreach (ref readonly var node in page.List.Tree.Nodes)
            articles += node.Tag == Tag.Article ? 1 : 0;
        var direct = new Dictionary<int, int>();
        for (var i = 0; i < page.List.Blocks.Length; i++)
        {
            ref readonly var block = ref page.List.Blocks[i];
            var weight = page.Sums.Weight[i];
            linkText += block.LinkLength;
            if (Tags.IsHeading(block.Tag))
            {
                headings++;
                linked += block.LinkLength * 2 > block.Length ? 1 : 0;
            }

            if (block.Length < 60)
            {
                var phrases = page.Sums.Phrases[i];
                replies += (phrases & PhraseKind.Comment) != 0 ? 1 : 0;
                related += (phrases & PhraseKind.Related) != 0 ? 1 : 0;
                signed += (phrases & PhraseKind.Byline) != 0 ? 1 : 0;
            }

            if (block.Node < 0)
                continue;
            var around = page.List.Around[block.Node];
            commented += (around & Marks.Comments) != 0 ? weight : 0;
            cards += (around & Marks.Card) != 0 ? weight : 0;
            if (page.Sums.IsProse[i] && page.List.Tree.Nodes[block.Node].Parent is var parent)
                direct[parent] = direct.GetValueOrDefault(parent) + weight;
        }

        add(MathF.Log2(1 + articles));
        add(MathF.Log2(1 + times));
        add(page.Scan.Headings.Count);
        add(MathF.Log2(1 + headings));
        add(Share(linked, headings));
        add(MathF.Log2(1 + linked));
        add(Share(commented, page.Sums.AllText));
        add(Share(cards, page.Sums.AllText));
        add(Share(linkText, page.Sums.AllText));
        add(MathF.Log2(1 + replies));
        add(MathF.Log2(1 + related));
        add(MathF.Log2(1 + signed));
        add(Share(direct.Count == 0 ? 0 : direct.Values.Max(), page.Sums.AllProse));
        add(MathF.Log2(1 + page.Sums.AllProse));
        add(MathF.Log2(1 + page.Scan.AuthorMarks.Count));
        add(MathF.Log2(1 + page.Scan.DateMarks.Count));
        add(Share(page.Sums.AllProse, page.Sums.AllText));
        add(MathF.Log2(1 + page.List.Blocks.Length));
    }

    private static void OfAddress(Uri address, Action<float> add)
    {
        var path = address.AbsolutePath;
        var last = address.Segments[^1].Trim('/');
        add(address.Segments.Length);
        add(last.Length);
        add(last.Count(c => c is '-' or '_'));
        add(DateParser.InAddress(address) is null ? 0 : 1);
        // Words of addresses, as they are spelt by the software that makes them.
        add(ListWords().IsMatch(path) ? 1 : TalkWords().IsMatch(path) || TalkWords().IsMatch(address.Host) ? 2 : SingleWords().IsMatch(path) ? 3 : 0);
    }

    private static float Share(int part, int whole) => whole == 0 ? 0 : part / (float)whole;

    [GeneratedRegex(@"\b(?:category|categories|tag|tags|topic|topics|section|archive|archives|search|collection|collections|authors?|page|home|listing|index|blog-list)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ListWords();

    [GeneratedRegex(@"\b(?:single|article|story|post|posts|blog|news|guide|single-post|postid|entry)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SingleWords();

    [GeneratedRegex(@"\b(?:forums?|threads?|viewtopic|showthread|discussions?|community|questions|board|boards|t|topic|comments|talk)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TalkWords();
}
