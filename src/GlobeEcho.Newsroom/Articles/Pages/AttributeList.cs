namespace GlobeEcho.Newsroom.Articles.Pages;

/// <summary>Walks an element's attributes in its source; values are as written.</summary>
internal ref struct AttributeList(ReadOnlySpan<char> rest)
{
    private ReadOnlySpan<char> _rest = rest;

    public AttributePair Current { get; private set; }

    public readonly AttributeList GetEnumerator() => this;

    public bool MoveNext()
    {
        var i = 0;
        while (i < _rest.Length && (_rest[i] is '/' || char.IsWhiteSpace(_rest[i])))
            i++;
        if (i >= _rest.Length)
            return false;
        var nameEnd = i + 1;
        while (nameEnd < _rest.Length && _rest[nameEnd] is not ('=' or '/') && !char.IsWhiteSpace(_rest[nameEnd]))
            nameEnd++;
        var name = _rest[i..nameEnd];
        i = SkipWhite(nameEnd);
        if (i >= _rest.Length || _rest[i] != '=')
        {
            _rest = _rest[nameEnd..];
            Current = new AttributePair(name, []);
            return true;
        }

        i = SkipWhite(i + 1);
        ReadOnlySpan<char> value;
        if (i < _rest.Length && _rest[i] is '"' or '\'')
        {
            var length = _rest[(i + 1)..].IndexOf(_rest[i]);
            length = length < 0 ? _rest.Length - i - 1 : length;
            value = _rest.Slice(i + 1, length);
            i = Math.Min(_rest.Length, i + length + 2);
        }
        else
        {
            var end = i;
            while (end < _rest.Length && !char.IsWhiteSpace(_rest[end]))
                end++;
            value = _rest[i..end];
            i = end;
        }

        _rest = _rest[i..];
        Current = new AttributePair(name, value);
        return true;
    }

    private readonly int SkipWhite(int i)
    {
        while (i < _rest.Length && char.IsWhiteSpace(_rest[i]))
            i++;
        return i;
    }
}
