using System.Collections.Frozen;

namespace GlobeEcho.Newsroom.Feeds.Markup;

/// <summary>The elements and attributes of HTML, by what they may do. Names are in lower case.</summary>
internal static class HtmlNames
{
    /// <summary>Elements that show text or pictures and nothing else.</summary>
    private static readonly FrozenSet<string> Shown = Set(
        "a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn dir div dl dt em figcaption "
        + "figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark menu nav ol p pre q rp rt ruby s samp section small span strike strong sub "
        + "summary sup table tbody td tfoot th thead time tr tt u ul var wbr audio video source track picture");

    private static readonly FrozenSet<string> Others = Set(
        "applet area base basefont bgsound blink body button canvas command data datalist dialog embed fieldset form frame frameset head html iframe input isindex "
        + "keygen label layer legend link listing map marquee math meta meter multicol nextid nobr noembed noframes noscript object optgroup option output param "
        + "plaintext progress rb rtc script select spacer style svg template textarea title xmp");

    private static readonly FrozenSet<string> Empty = Set("area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr");

    private static readonly FrozenSet<string> Inline = Set(
        "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr");

    /// <summary>Attributes that shape or explain, on whatever element. None names a thing (id, name), sends, loads or runs anything.</summary>
    private static readonly FrozenSet<string> Plain = Set(
        "abbr align alt axis bgcolor border cellpadding cellspacing char charoff clear color cols colspan compact coords datetime dir face headers height hreflang "
        + "hspace lang media noshade nowrap open rel rev rows rowspan rules scope shape size span start summary title type valign value vspace width controls preload "
        + "loop label kind");

    private static readonly FrozenSet<string> Places = Set("a:href area:href img:src audio:src video:src video:poster source:src track:src blockquote:cite q:cite del:cite ins:cite");

    public static bool IsShown(ReadOnlySpan<char> name) => Has(Shown, name);

    public static bool IsKnown(ReadOnlySpan<char> name) => Has(Shown, name) || Has(Others, name);

    public static bool IsVoid(ReadOnlySpan<char> name) => Has(Empty, name);

    /// <summary>It stands within a line, so that no space stands for it.</summary>
    public static bool IsInline(ReadOnlySpan<char> name) => Has(Inline, name);

    public static bool IsPlainAttribute(string name) => Plain.Contains(name);

    public static bool IsAddress(string element, string attribute) => Places.Contains($"{element}:{attribute}");

    private static bool Has(FrozenSet<string> set, ReadOnlySpan<char> name) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
