using AngleSharp.Html.Parser;
using CsCheck;
using GlobeEcho.Newsroom.Feeds.Markup;

namespace GlobeEcho.Tests.Feeds;

public sealed class SafeMarkupTests
{
    private static readonly HashSet<string> Shown = new(
        ("html head body a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn dir div dl dt em "
            + "figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark menu nav ol p pre q rp rt ruby s samp section small span strike "
            + "strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr audio video source track picture").Split(' '),
        StringComparer.Ordinal);

    private static readonly string[] Pieces =
    [
        "<", ">", "</", "/>", "<a href=", "\"", "'", "`", "=", " ", "\n", "\0", "\u0001", "javascript:alert(1)", "JaVa\tScRiPt:x", "java&#115;cript:x", "&#x6A;avascript&colon;x", "data:text/html,x",
        "vbscript:x", "http://a.example/", "/b", "<img src=", " onerror=x", " onload=\"y\"", " style=\"x:expression(1)\"", " title=\"", "<script>", "</script>", "<style>", "</style>", "<svg>",
        "<svg onload=x>", "</svg>", "<math>", "<mtext>", "<mglyph>", "<noscript>", "</noscript>", "<textarea>", "<title>", "<xmp>", "<plaintext>", "<template>", "<iframe srcdoc='", "<object data=",
        "<form action=", "<base href=", "<meta http-equiv=refresh content='0;url=", "<table>", "<tr>", "<td>", "<p>", "</p>", "<b>", "</b>", "<select>", "<!--", "-->", "--!>", "<![CDATA[", "]]>",
        "<?xml", "&", "&amp;", "&lt;", "&#60;", "&#x3c", "&copy;", "&nosuch;", "text", "é", "😀", "\uD800", "<xhtml:script>", "<a:b xlink:href=", "<li>", "<dt>", "srcset=x ", "formaction=x ", "xmlns=x ",
    ];

    private static readonly Gen<string> Soup = Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.Char.Select(c => c.ToString())).Array[0, 40].Select(string.Concat);

    [Fact]
    public void Nothing_that_is_written_can_act() =>
        Soup.Sample(soup => Assert.Null(Danger(SafeMarkup.Write(soup, "https://paper.example/"))), iter: 20_000);

    [Fact]
    public void Writing_twice_changes_nothing() =>
        Soup.Sample(
            soup =>
            {
                var once = SafeMarkup.Write(soup, "https://paper.example/");
                Assert.Equal(once, SafeMarkup.Write(once, "https://paper.example/"));
            },
            iter: 20_000);

    [Fact]
    public void What_acts_is_known_as_such()
    {
        Assert.NotNull(Danger("<p onclick='x'>"));
        Assert.NotNull(Danger("<script>x</script>"));
        Assert.NotNull(Danger("<a href='java\tscript:x'>"));
        Assert.NotNull(Danger("<svg><a xlink:href='x'></a></svg>"));
        Assert.NotNull(Danger("<b style='x'>"));
        Assert.Null(Danger("<a href='https://a.example/'>x</a>"));
    }

    [Theory]
    [InlineData("One &amp; two &lt; three", "One &amp; two &lt; three")]
    [InlineData("AT&T, 3 < 5", "AT&amp;T, 3 &lt; 5")]
    [InlineData("caf&eacute; &copy; &#233; &#x1F600;", "café © &#233; &#x1f600;")]
    [InlineData("It&#146;s", "It’s")]
    [InlineData("<p>a<p>b", "<p>a</p><p>b</p>")]
    [InlineData("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<b>a<i>b</b>c", "<b>a<i>b</i></b>c")]
    [InlineData("a</p>b", "ab")]
    [InlineData("<IMG SRC=/i.png ALT='say \"x\"' onerror=y>", "<img alt=\"say &quot;x&quot;\" src=\"https://paper.example/i.png\" />")]
    [InlineData("<a href=' java\nscript:x '>a</a>", "<a>a</a>")]
    [InlineData("<a href='mailto:desk@paper.example'>a</a>", "<a href=\"mailto:desk@paper.example\">a</a>")]
    [InlineData("a<script>if (1 < 2) x('</p>')</script>b", "ab")]
    [InlineData("a<style>p { }</style>b", "ab")]
    [InlineData("a<!-- b -->c<!-- d", "ac")]
    [InlineData("a<svg><circle/><text>b</text></svg>c", "abc")]
    [InlineData("<blink>a</blink>", "a")]
    [InlineData("<![CDATA[<b>]]>", "&lt;b&gt;")]
    [InlineData("<xhtml:p>a</xhtml:p>", "<p>a</p>")]
    public void Markup_is_written_anew(string html, string safe) => Assert.Equal(safe, SafeMarkup.Write(html, "https://paper.example/"));

    [Fact]
    public void Nesting_is_bounded_and_closed()
    {
        var safe = SafeMarkup.Write(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep");

        Assert.Equal(64, safe.Split("<div>").Length - 1);
        Assert.Equal(64, safe.Split("</div>").Length - 1);
        Assert.Contains("deep", safe, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a b='")]
    [InlineData("<!--")]
    [InlineData("<?")]
    [InlineData("<![CDATA[")]
    [InlineData("<script>")]
    [InlineData("</script")]
    [InlineData("&#")]
    [InlineData("<a <b ")]
    public void Endless_repetition_is_harmless(string piece) => Assert.NotNull(SafeMarkup.Write(string.Concat(Enumerable.Repeat(piece, 200_000))));

    /// <summary>What a browser could run, load as code or send; null when there is nothing.</summary>
    private static string? Danger(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument("<!doctype html><body>" + html).All)
        {
            if (!Shown.Contains(element.LocalName) || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
                return $"<{element.LocalName}>";
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc" or "srcset" or "action" or "formaction" or "id" or "name" or "xmlns")
                    return $"{attribute.Name} on <{element.LocalName}>";
                if (attribute.Name is "href" or "src" or "poster" or "cite" && Scheme(attribute.Value) is not ("" or "http" or "https" or "mailto"))
                    return $"{attribute.Name}={attribute.Value}";
            }
        }

        return null;
    }

    /// <summary>As the URL standard finds it: without tabs and line ends, and without control characters and spaces before it.</summary>
    private static string Scheme(string address)
    {
        var plain = string.Concat(address.SkipWhile(c => c <= ' ').Where(c => c is not ('\t' or '\n' or '\r')));
        var colon = plain.IndexOf(':');
        return colon > 0 && char.IsAsciiLetter(plain[0]) && plain[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.') ? plain[..colon].ToLowerInvariant() : "";
    }
}
