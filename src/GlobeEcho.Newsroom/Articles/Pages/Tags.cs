using System.Collections.Frozen;

namespace GlobeEcho.Newsroom.Articles.Pages;

/// <summary>Names of elements and their traits.</summary>
internal static class Tags
{
    private const TagTraits BlockBox = TagTraits.Block | TagTraits.Special;
    private const TagTraits Cell = TagTraits.Special | TagTraits.Scope;

    private static readonly FrozenDictionary<string, Tag> ByName = Names();
    private static readonly FrozenDictionary<string, Tag>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByName.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly TagTraits[] Known = Traits();

    public static TagTraits TraitsOf(Tag tag) => Known[(int)tag];

    public static bool Is(Tag tag, TagTraits trait) => (Known[(int)tag] & trait) != 0;

    public static bool IsHeading(Tag tag) => tag is >= Tag.H1 and <= Tag.H6;

    public static Tag Of(ReadOnlySpan<char> name)
    {
        const int Longest = 12;
        if (name.Length > Longest)
            return Tag.Other;
        Span<char> lower = stackalloc char[Longest];
        lower = lower[..name.ToLowerInvariant(lower)];
        return BySpan.TryGetValue(lower, out var tag) ? tag : Tag.Other;
    }

    private static FrozenDictionary<string, Tag> Names()
    {
        var names = new Dictionary<string, Tag>(StringComparer.Ordinal);
        foreach (var tag in Enum.GetValues<Tag>())
        {
            if (tag is not (Tag.Text or Tag.Other or Tag.Void or Tag.Raw or Tag.Bold or Tag.Italic or Tag.TableBody))
                names[tag.ToString().ToLowerInvariant()] = tag;
        }

        Add(Tag.Bold, "b strong");
        Add(Tag.Italic, "i em u s small big strike tt nobr");
        Add(Tag.TableBody, "tbody thead tfoot");
        Add(Tag.Void, "area base basefont bgsound col embed frame keygen param track");
        Add(Tag.Raw, "xmp noembed noframes");
        Add(Tag.Div, "dir listing frameset marquee search");
        Add(Tag.Option, "optgroup");
        Add(Tag.Object, "applet");
        Add(Tag.Img, "image");
        return names.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(Tag tag, string all)
        {
            foreach (var name in all.Split(' '))
                names[name] = tag;
        }
    }

    private static TagTraits[] Traits()
    {
        var traits = new TagTraits[Enum.GetValues<Tag>().Length];
        Set(TagTraits.Void, Tag.Meta, Tag.Link, Tag.Input, Tag.Img, Tag.Source, Tag.Br, Tag.Hr, Tag.Wbr, Tag.Void);
        Set(TagTraits.Raw, Tag.Title, Tag.Script, Tag.Style, Tag.Noscript, Tag.Iframe, Tag.Textarea, Tag.Raw);
        Set(TagTraits.Silent, Tag.Title, Tag.Script, Tag.Style, Tag.Noscript, Tag.Iframe, Tag.Textarea, Tag.Raw, Tag.Template, Tag.Svg, Tag.Math, Tag.Object,
            Tag.Canvas, Tag.Audio, Tag.Video, Tag.Select, Tag.Button, Tag.Input);
        Set(TagTraits.Shell, Tag.Html, Tag.Head, Tag.Body);
        Set(TagTraits.Mark, Tag.A, Tag.Bold, Tag.Italic, Tag.Font, Tag.Code);
        Set(BlockBox, Tag.Article, Tag.Main, Tag.Section, Tag.Div, Tag.Aside, Tag.Nav, Tag.Header, Tag.Footer, Tag.Form, Tag.Fieldset, Tag.Details, Tag.Summary, Tag.Dialog,
            Tag.Menu, Tag.Address, Tag.Center, Tag.Hgroup, Tag.P, Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6, Tag.Ul, Tag.Ol, Tag.Li, Tag.Dl, Tag.Dt, Tag.Dd, Tag.Blockquote,
            Tag.Pre, Tag.Figure, Tag.Figcaption, Tag.Table, Tag.Hr, Tag.Legend, Tag.Caption, Tag.TableBody, Tag.Tr);
        Set(Cell, Tag.Td, Tag.Th, Tag.Caption, Tag.Table, Tag.Template, Tag.Object);
        Set(TagTraits.Special, Tag.Script, Tag.Style, Tag.Select, Tag.Textarea, Tag.Button, Tag.Iframe, Tag.Svg, Tag.Colgroup);
        return traits;

        void Set(TagTraits trait, params ReadOnlySpan<Tag> tags)
        {
            foreach (var tag in tags)
                traits[(int)tag] |= trait;
        }
    }
}
