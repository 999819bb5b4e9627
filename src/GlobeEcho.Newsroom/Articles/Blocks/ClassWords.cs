using System.Collections.Frozen;
using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles.Blocks;

/// <summary>Reads an element's class, id and role ("c-relatedArticles__list" says related and list) into <see cref="Marks"/>.</summary>
internal static class ClassWords
{
    private const int LongestWord = 24;

    private static readonly FrozenDictionary<string, Marks> Words = Dictionary();
    private static readonly FrozenDictionary<string, Marks>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words of one attribute, told apart by case and punctuation.</summary>
    public static Marks Of(ReadOnlySpan<char> names)
    {
        const int Longest = 400;
        if (names.Length > Longest)
            names = names[..Longest];
        var marks = Marks.None;
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        for (var i = 0; i <= names.Length; i++)
        {
            var c = i < names.Length ? names[i] : ' ';
            var joins = char.IsAsciiLetter(c);
            // "relatedArticles" is two words, "SHARE" is one.
            if (!joins || (char.IsAsciiLetterUpper(c) && i > 0 && char.IsAsciiLetterLower(names[i - 1])))
            {
                if (length is > 1 and <= LongestWord && BySpan.TryGetValue(word[..length], out var said))
                    marks |= said;
                length = 0;
            }

            if (joins && length < LongestWord)
                word[length++] = char.ToLowerInvariant(c);
            else if (joins)
                length = LongestWord + 1;
        }

        return marks;
    }

    public static Marks Of(Tag tag) => tag switch
    {
        Tag.Article => Marks.TagArticle,
        Tag.Main => Marks.TagMain,
        Tag.Aside => Marks.TagAside,
        Tag.Nav or Tag.Menu => Marks.TagNav,
        Tag.Header => Marks.TagHeader,
        Tag.Footer => Marks.TagFooter,
        Tag.Form or Tag.Fieldset => Marks.TagForm,
        Tag.Figure => Marks.TagFigure,
        Tag.Figcaption or Tag.Caption => Marks.TagFigcaption,
        Tag.Ul or Tag.Ol or Tag.Dl => Marks.TagList,
        Tag.Table => Marks.TagTable,
        Tag.Td or Tag.Th => Marks.TagCell,
        Tag.Blockquote => Marks.TagQuote,
        Tag.Section => Marks.TagSection,
        Tag.A => Marks.TagLink,
        Tag.Details => Marks.TagDetails,
        Tag.Dialog => Marks.Popup,
        _ => Marks.None,
    };

    public static Marks OfRole(ReadOnlySpan<char> role) => role switch
    {
        "navigation" or "menu" or "menubar" or "toolbar" or "tablist" => Marks.TagNav,
        "complementary" => Marks.TagAside,
        "contentinfo" => Marks.TagFooter,
        "banner" => Marks.TagHeader,
        "dialog" or "alertdialog" or "tooltip" => Marks.Popup,
        "search" or "form" => Marks.TagForm,
        "main" => Marks.TagMain,
        "article" => Marks.TagArticle,
        _ => Marks.None,
    };

    public static Marks OfProperty(ReadOnlySpan<char> property) =>
        property.Contains("articleBody", StringComparison.OrdinalIgnoreCase) || property.Equals("text", StringComparison.OrdinalIgnoreCase) ? Marks.BodyProperty
        : property.Contains("author", StringComparison.OrdinalIgnoreCase) || property.Contains("creator", StringComparison.OrdinalIgnoreCase) ? Marks.Author
        : property.Contains("date", StringComparison.OrdinalIgnoreCase) ? Marks.Date
        : property.Equals("headline", StringComparison.OrdinalIgnoreCase) ? Marks.Title
        : property.Equals("comment", StringComparison.OrdinalIgnoreCase) ? Marks.Comments
        : property.Equals("description", StringComparison.OrdinalIgnoreCase) ? Marks.Lead
        : Marks.OtherProperty;

    private static FrozenDictionary<string, Marks> Dictionary()
    {
        var words = new Dictionary<string, Marks>(StringComparer.Ordinal);
        Add(Marks.Article, "article articles story storys artikel articulo noticia nota news nyhet artigo articolo blog blogpost");
        Add(Marks.Content, "content body text copy prose richtext wysiwyg maincontent bodytext texte texto inhalt cuerpo corpo brodtext main paragraph paragraphs");
        Add(Marks.Article | Marks.Content, "articlebody articletext articlecontent storybody storytext storycontent postbody newsbody newstext newscontent blogcontent textarticle bodycopy contentbody");
        Add(Marks.Post, "post entry hentry single");
        Add(Marks.Post | Marks.Content, "postcontent entrycontent posttext postbody");
        Add(Marks.Title, "title headline heading hed titel titre titulo titolo rubrik");
        Add(Marks.Lead, "lead lede dek deck standfirst summary excerpt intro introduction abstract subtitle subheading subheadline subhead teaser sapo chapo chapeau ingress vorspann sommario bajada entradilla description kicker");
        Add(Marks.Author, "author authors byline bylines autor autore auteur autoren writer creator journalist signature contributor authorname authorlink authorinfo postauthor bylinename");
        Add(Marks.Date, "date dates published pubdate timestamp datetime dateline datum fecha data posted datepublished publication publish time updated");
        Add(Marks.Share, "share shares sharing social socials sharebar sharebuttons addthis sharethis addtoany follow facebook twitter whatsapp telegram sharedaddy");
        Add(Marks.Related, "related relateds recommended recommendation recommendations recommend recirc recirculation readmore alsoread readnext relacionadas relacionados relacionada relacionado "
            + "verwandte correlati correlate more next previous prev upnext similar suggested suggestions seealso associated outbrain taboola zergnet jp weitere mehr interlink crosslink inlinks");
        Add(Marks.Newsletter, "newsletter newsletters lettre infolettre signup subscribe subscription subscriptions optin subscriber mailchimp mailing cta donate donation registration leadform");
        Add(Marks.Comments, "comment comments disqus reply replies respond discussion kommentare commentlist commentform reactions");
        Add(Marks.Navigation, "nav navigation menu menus navbar pagination pager paging toolbar offcanvas skiplink topbar submenu dropdown sitemap tabs tab");
        Add(Marks.Breadcrumb, "breadcrumb breadcrumbs crumb crumbs");
        Add(Marks.Advert, "ad ads adv advert adverts advertisement advertisements advertising sponsored sponsor sponsors adslot adsense dfp promo promos promotion promoted banner banners publicidad anzeige werbung reklam reklama marketing affiliate");
        Add(Marks.Footer, "footer foot bottom colophon siteinfo");
        Add(Marks.Header, "header masthead hero top");
        Add(Marks.Sidebar, "sidebar sidebars aside rail secondary complementary sidecol rightcolumn leftcolumn rightbar");
        Add(Marks.Caption, "caption captions credit credits figcaption legend wpcaption imagecaption copyright bildunterschrift leyenda legende didascalia photographer");
        Add(Marks.Bio, "bio biography authorbio authorbox profile aboutauthor about");
        Add(Marks.Topics, "tag tags topic topics category categories keyword keywords tagcloud taglist taxonomy categoria rubric channel");
        Add(Marks.Consent, "cookie cookies consent gdpr ccpa onetrust cookiebar");
        Add(Marks.Popup, "popup modal overlay lightbox dialog tooltip notification toast popover alert");
        Add(Marks.Paywall, "paywall premium regwall subscriberonly metered piano");
        Add(Marks.Meta, "meta metadata info details postmeta entrymeta");
        Add(Marks.Widget, "widget widgets module plugin");
        Add(Marks.Card, "card cards teaser teasers tile tiles item items list listing grid slider carousel swiper slick feed archive");
        Add(Marks.Trending, "trending popular mostread mostpopular latest recent hot top5 breaking ticker");
        Add(Marks.Hidden, "hidden hide sronly visuallyhidden offscreen invisible screenreader assistive");
        Add(Marks.Contents, "toc tableofcontents contents jumplinks ez outline anchors");
        Add(Marks.Quote, "quote pullquote blockquote quotes testimonial testimonials");
        Add(Marks.Legal, "disclaimer disclosure legal terms privacy copyright rights trust license notice");
        Add(Marks.Box, "box infobox factbox sidebox callout highlight note keypoints takeaways faq faqs accordion");
        Add(Marks.Shop, "product products price cart shop buy store basket checkout offer offers deal deals");
        Add(Marks.Media, "gallery slideshow video videos player audio podcast image images photo photos figure media picture img thumbnail foto bild");
        Add(Marks.Embed, "embed embedded tweet instagram youtube iframe oembed");
        Add(Marks.Print, "print printer toolbox tools actions action buttons button btn");
        Add(Marks.Rating, "rating ratings votes vote review reviews stars likes poll");
        Add(Marks.Form, "form forms search login signin input field contact");
        return words.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(Marks marks, string all)
        {
            foreach (var word in all.Split(' '))
                words[word] = words.GetValueOrDefault(word) | marks;
        }
    }
}
