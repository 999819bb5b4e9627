using GlobeEcho.Newsroom.Feeds.Markup;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>
/// Walks through a document of XML once and fills the parts it tells of; an item is handed on when its end is met, so that memory holds
/// one item at a time. What each name means is the readers' business; what is open, what was forgotten and where text goes is decided here.
/// </summary>
internal sealed class FeedScan
{
    // Deeper elements are read over: no feed and no sane page in it comes near.
    private const int MaxDepth = 200;

    // A feed may stand inside a stray element or two.
    private const int MaxRootDepth = 3;

    private readonly List<OpenElement> _open = [];
    private readonly FeedField _field = new();
    private readonly FeedField _loose = new();
    private readonly FeedOrigin _origin;
    private readonly Action<FeedPart> _told;
    private readonly int _most;
    private readonly NameScope _outside = NameScope.Outside();
    private FormatReader? _words;
    private int _captured = -1;
    private int _items;

    /// <param name="told">Gets each item when it is whole.</param>
    /// <param name="most">Items after which the rest is not read.</param>
    public FeedScan(FeedOrigin origin, int most, Action<FeedPart> told) => (_origin, _most, _told) = (origin, most, told);

    public FeedPart Channel { get; } = new();

    /// <summary>"RSS 2.0" and so on; empty as long as no feed was met.</summary>
    public string Format { get; private set; } = "";

    /// <summary>The names of the first elements outside any feed: what the document is instead.</summary>
    public List<string> Strangers { get; } = [];

    public void Read(ReadOnlySpan<byte> document)
    {
        var reader = new MarkupReader(document);
        while (_items < _most)
        {
            switch (reader.Next())
            {
                case MarkupToken.End:
                    return;
                case MarkupToken.Open:
                    Open(document, ref reader);
                    break;
                case MarkupToken.Close:
                    Close(document, ref reader);
                    break;
                case var text:
                    Text(document, ref reader, text == MarkupToken.Data);
                    break;
            }
        }
    }

    private void Text(ReadOnlySpan<byte> document, ref MarkupReader reader, bool isData)
    {
        if (_open.Count == 0)
            return;
        var length = reader.Value.Length;
        if (length == 0)
            return;
        if (_captured >= 0)
            _field.Add(document, reader.From, length, isData, reader.Entities);
        else if (_open[^1].Kind is ElementKind.Person or ElementKind.Image or ElementKind.Source)
            _loose.Add(document, reader.From, length, isData, reader.Entities);
    }

    private void Open(ReadOnlySpan<byte> document, ref MarkupReader reader)
    {
        var outer = _open.Count > 0 ? _open[^1] : default;
        var raw = reader.Value;
        var scope = (outer.Scope ?? _outside).Within(ref reader);
        var name = scope.Element(raw);
        if (_words is not null && outer.Kind != ElementKind.Stranger)
            name = _words.Own(name);
        if (_captured >= 0 && IsForgottenEnd(name))
        {
            CloseTo(document, ref reader, name is "item" or "entry" && IndexOf(ElementKind.Item) is >= 0 and var item ? item : _captured);
            outer = _open.Count > 0 ? _open[^1] : default;
        }

        if (_captured >= 0)
        {
            _field.Open(document, ref reader, scope, name);
            if (_open.Count >= MaxDepth || reader.IsEmpty)
                _field.Close(document, reader.Entities, name, wasEmpty: true);
            else
                _open.Add(outer with { NameFrom = reader.From, NameLength = raw.Length, Name = name, Scope = scope, Kind = ElementKind.Inner });
            return;
        }

        if (_open.Count >= MaxDepth)
            return;
        var (from, language) = (outer.From ?? _origin.From, _open.Count > 0 ? outer.Language : _origin.Language);
        Inherit(ref reader, scope, ref from, ref language);
        var element = new OpenElement(reader.From, raw.Length, name, scope, from, language, ElementKind.Stranger, outer.Part);
        if (_words is null)
            element = Root(document, ref reader, element);
        else
            element = Inside(document, ref reader, element, outer);
        _open.Add(element);
        if (element.Kind == ElementKind.Value)
        {
            _captured = _open.Count - 1;
            _field.Begin(ref reader, scope, name, from, language);
        }

        if (reader.IsEmpty)
            CloseTo(document, ref reader, _open.Count - 1);
    }

    private static void Inherit(ref MarkupReader reader, NameScope scope, ref string? from, ref string? language)
    {
        for (var i = 0; i < reader.Attributes; i++)
        {
            var raw = reader.AttributeName(i);
            if (raw.Length < 4 || raw.StartsWith("xmlns"u8))
                continue;
            var name = scope.Attribute(raw);
            if (name == "xml:lang")
                language = FeedParser.Language(FeedField.Decoded(reader.AttributeValue(i), reader.Entities));
            else if (name == "xml:base" && WebAddress.Resolve(from, FeedField.Decoded(reader.AttributeValue(i), reader.Entities)) is { Length: > 0 } moved)
                from = moved;
        }
    }

    /// <summary>A feed begins, or the element is a stranger.</summary>
    private OpenElement Root(ReadOnlySpan<byte> document, ref MarkupReader reader, OpenElement element)
    {
        _field.Begin(ref reader, element.Scope, element.Name, element.From, element.Language);
        if (_open.Count >= MaxRootDepth || FormatReader.For(element, _field, document.Slice(element.NameFrom, element.NameLength), reader.DocumentType) is not var (format, words))
        {
            if (Strangers.Count < 20)
                Strangers.Add(element.Name);
            return element;
        }

        (Format, _words) = (format, words);
        _field.TextIsExact = words is AtomReader;
        _field.DivIsWrapping = format == "Atom 1.0";
        if (_field["base"] is { } from && format.StartsWith("CDF", StringComparison.Ordinal))
            element = element with { From = _field.Address(from) };
        Channel.Language = element.Language;
        words.Begin(Channel, _field, words.Own(element.Name));
        return element with { Name = words.Own(element.Name), Kind = ElementKind.Channel, Part = Channel };
    }

    private OpenElement Inside(ReadOnlySpan<byte> document, ref MarkupReader reader, OpenElement element, OpenElement outer)
    {
        var kind = _words!.Kind(element.Name, outer);
        if (kind == ElementKind.Item && IndexOf(ElementKind.Item) is >= 0 and var forgotten)
        {
            // A new item inside an item: the end of the first one was forgotten.
            CloseTo(document, ref reader, forgotten);
        }

        var part = kind switch
        {
            ElementKind.Channel => Channel,
            ElementKind.Item => new FeedPart { IsItem = true },
            ElementKind.Source or ElementKind.Image or ElementKind.TextInput or ElementKind.Person => new FeedPart(),
            _ => outer.Part ?? Channel,
        };
        if (kind is ElementKind.Person or ElementKind.Image or ElementKind.Source)
            _loose.Begin(ref reader, element.Scope, element.Name, element.From, element.Language);
        if (kind == ElementKind.Value || (kind != ElementKind.Group && reader.Attributes == 0))
            return element with { Kind = kind, Part = part };
        _field.Begin(ref reader, element.Scope, element.Name, element.From, element.Language);
        if (kind == ElementKind.Channel && element.Language is { } said)
            Channel.Language ??= said;
        _words.Begin(part, _field, element.Name);
        return element with { Kind = kind, Part = part };
    }

    private void Close(ReadOnlySpan<byte> document, ref MarkupReader reader)
    {
        var raw = reader.Value;
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var name = document.Slice(_open[i].NameFrom, _open[i].NameLength);
            if (!raw.SequenceEqual(name) && !System.Text.Ascii.EqualsIgnoreCase(raw, name))
                continue;
            // An end that skips over open elements ends them too; one without a beginning is dropped.
            CloseTo(document, ref reader, i);
            return;
        }
    }

    private void CloseTo(ReadOnlySpan<byte> document, ref MarkupReader reader, int index)
    {
        while (_open.Count > index)
        {
            var element = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            if (_captured >= 0 && _open.Count > _captured)
                _field.Close(document, reader.Entities, element.Name, wasEmpty: false);
            else
                End(document, ref reader, element);
        }
    }

    private void End(ReadOnlySpan<byte> document, ref MarkupReader reader, OpenElement element)
    {
        var outer = _open.Count > 0 ? _open[^1].Part ?? Channel : Channel;
        switch (element.Kind)
        {
            case ElementKind.Value:
                _captured = -1;
                _field.End(document, reader.Entities);
                _words!.Field(element.Part!, _field);
                break;
            case ElementKind.Item:
                _items++;
                _told(element.Part!);
                break;
            case ElementKind.Person:
                ModuleReader.Person(outer, element, LooseText(document, ref reader, element));
                break;
            case ElementKind.Image:
                RssReader.Image(outer, element, LooseText(document, ref reader, element));
                break;
            case ElementKind.Source:
                RssReader.Source(outer, element, LooseText(document, ref reader, element));
                break;
            case ElementKind.TextInput:
                outer.TextInput ??= element.Part;
                break;
            default:
                break;
        }
    }

    /// <summary>Text that stands in an element beside others, or alone where elements were expected.</summary>
    private string LooseText(ReadOnlySpan<byte> document, ref MarkupReader reader, OpenElement element)
    {
        if (_loose.Name != element.Name)
            return "";
        _loose.End(document, reader.Entities);
        return _loose.Text;
    }

    /// <summary>No text holds an element of this name: the end of the open value was forgotten.</summary>
    private bool IsForgottenEnd(string name) => _open[_captured].Kind == ElementKind.Value && FormatReader.IsNeverWithin(name);

    private int IndexOf(ElementKind kind)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Kind == kind)
                return i;
        }

        return -1;
    }
}
