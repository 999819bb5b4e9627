using System.Text;
using GlobeEcho.Newsroom.Articles.Blocks;
using GlobeEcho.Newsroom.Articles.Pages;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Writes chosen blocks as one text and remembers what each was.</summary>
internal static class BodyWriter
{
    public static ArticleBody Write(BlockList list, IEnumerable<int> chosen)
    {
        var text = new StringBuilder();
        var blocks = new List<BodyBlock>();
        foreach (var i in chosen)
        {
            if (text.Length > 0)
                text.Append("\n\n");
            var (kind, level) = KindOf(list, list.Blocks[i]);
            blocks.Add(new BodyBlock(kind, new TextSpan(text.Length, list.Blocks[i].Length), level));
            text.Append(list.TextOf(i));
        }

        return new ArticleBody(text.ToString(), blocks);
    }

    /// <summary>A text that came without marks: one paragraph for each line.</summary>
    public static ArticleBody Write(IEnumerable<string> paragraphs)
    {
        var text = new StringBuilder();
        var blocks = new List<BodyBlock>();
        foreach (var paragraph in paragraphs)
        {
            if (text.Length > 0)
                text.Append("\n\n");
            blocks.Add(new BodyBlock(BodyBlockKind.Paragraph, new TextSpan(text.Length, paragraph.Length)));
            text.Append(paragraph);
        }

        return new ArticleBody(text.ToString(), blocks);
    }

    private static (BodyBlockKind Kind, int Level) KindOf(BlockList list, in PageBlock block)
    {
        var around = block.Node < 0 ? Marks.None : list.Around[block.Node];
        return block.Tag switch
        {
            >= Tag.H1 and <= Tag.H6 => (BodyBlockKind.Heading, block.Tag - Tag.H1 + 1),
            Tag.Pre => (BodyBlockKind.Preformatted, 0),
            Tag.Figcaption or Tag.Caption => (BodyBlockKind.Caption, 0),
            Tag.Tr or Tag.Td or Tag.Th => (BodyBlockKind.TableRow, 0),
            _ when (around & Marks.TagFigcaption) != 0 => (BodyBlockKind.Caption, 0),
            _ when (around & Marks.TagQuote) != 0 => (BodyBlockKind.Quote, 0),
            _ when block.Tag is Tag.Li or Tag.Dd or Tag.Dt || (around & Marks.TagList) != 0 => (BodyBlockKind.ListItem, 0),
            _ => (BodyBlockKind.Paragraph, 0),
        };
    }
}
