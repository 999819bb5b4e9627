using System.Text;
using AngleSharp.Dom;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Renders a piece of a page as plain text: one paragraph for each block, white space folded, paragraphs divided by an empty line.</summary>
internal static class ParagraphWriter
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "tfoot", "thead", "title", "tr", "ul",
    };

    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "canvas", "audio", "video", "select", "textarea", "button", "input",
    };

    public static string Write(INode root) => string.Join("\n\n", Paragraphs(root));

    /// <param name="without">Elements left out with all they hold; none when null.</param>
    public static IReadOnlyList<string> Paragraphs(INode root, Func<IElement, bool>? without = null)
    {
        var page = new Sheet();
        var path = new Stack<(INode Node, int Next)>();
        path.Push((root, 0));
        while (path.TryPop(out var at))
        {
            if (at.Next == 0)
                Open(at.Node, page);
            if (at.Next < at.Node.ChildNodes.Length)
            {
                path.Push((at.Node, at.Next + 1));
                var child = at.Node.ChildNodes[at.Next];
                if (child is IText text)
                    page.Add(text.Data);
                else if (child is IElement element && !Silent.Contains(element.LocalName) && without?.Invoke(element) != true)
                    path.Push((element, 0));
            }
            else if (IsBlock(at.Node))
            {
                page.EndParagraph();
            }
        }

        page.EndParagraph();
        return page.Paragraphs;
    }

    /// <summary>White space of every kind made single, and trimmed.</summary>
    public static string Fold(string text)
    {
        var sheet = new Sheet();
        sheet.Add(text);
        sheet.EndParagraph();
        return sheet.Paragraphs.Count == 0 ? "" : sheet.Paragraphs[0];
    }

    public static bool IsBlock(INode node) => node is IElement element && Blocks.Contains(element.LocalName);

    private static void Open(INode node, Sheet page)
    {
        if (node is not IElement element)
            return;
        if (Blocks.Contains(element.LocalName))
            page.EndParagraph();
        else if (element.LocalName == "br")
            page.BreakLine();
        else if (element.LocalName is "td" or "th")
            page.Add(" ");
    }

    private sealed class Sheet
    {
        private readonly StringBuilder _line = new();
        private bool _space;

        public List<string> Paragraphs { get; } = [];

        public void Add(string text)
        {
            foreach (var c in text)
            {
                if (char.IsWhiteSpace(c))
                {
                    _space = true;
                }
                else if (!IsInvisible(c))
                {
                    if (_space && _line.Length > 0)
                        _line.Append(' ');
                    _space = false;
                    _line.Append(c);
                }
            }
        }

        /// <summary>A line break after a whole sentence divides paragraphs; within one it is only where the line was full.</summary>
        public void BreakLine()
        {
            if (_line.Length > 0 && _line[^1] is '.' or '!' or '?' or ':' or '…' or '"' or '”' or '»' or '“' or '。' or '！' or '？')
                EndParagraph();
            else
                _space = true;
        }

        public void EndParagraph()
        {
            if (_line.Length > 0)
                Paragraphs.Add(_line.ToString());
            _line.Clear();
            _space = false;
        }

        private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or '\uFFFD' or < ' ' or '\u007F';
    }
}
