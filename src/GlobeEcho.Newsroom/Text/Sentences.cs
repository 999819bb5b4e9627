namespace GlobeEcho.Newsroom.Text;

/// <summary>Where the sentences of a text are.</summary>
public static class Sentences
{
    /// <summary>
    /// The sentences in order. A line break always ends one. Spans are trimmed: no white space at either end; a stop's closing quotes
    /// and brackets belong to it. Every character that is not white space lies in exactly one span.
    /// </summary>
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        var found = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !IsLineBreak(text[i]))
                continue;
            SplitLine(text, start, i, found);
            start = i + 1;
        }

        return found;
    }

    private static void SplitLine(string text, int start, int end, List<TextSpan> found)
    {
        var from = start;
        // French sets « » around a quotation, German » «: an open « makes the next » a closing mark, even after a space.
        var openGuillemets = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] == '«')
                openGuillemets++;
            else if (text[i] == '»' && openGuillemets > 0)
                openGuillemets--;
            if (!IsStop(text[i]))
                continue;
            var afterStops = i + 1;
            while (afterStops < end && IsStop(text[afterStops]))
                afterStops++;
            var afterClosers = SkipClosers(text, afterStops, end, ref openGuillemets);
            if (EndsSentence(text, from, i, afterStops, afterClosers, end))
            {
                Add(text, from, afterClosers, found);
                from = afterClosers;
            }

            i = afterClosers - 1;
        }

        Add(text, from, end, found);
    }

    private static int SkipClosers(string text, int at, int end, ref int openGuillemets)
    {
        while (at < end)
        {
            if (text[at] is '"' or '”' or '’' or '\'' or '“' or ')' or ']' or '」' or '』' or '）' or '》' or '】' or '‹' or '›')
            {
                at++;
                continue;
            }

            if (text[at] == '«' && openGuillemets == 0)
            {
                at++;
                continue;
            }

            var next = at;
            while (next < end && char.IsWhiteSpace(text[next]))
                next++;
            if (openGuillemets == 0 || next >= end || text[next] != '»')
                break;
            openGuillemets--;
            at = next + 1;
        }

        return at;
    }

    private static bool EndsSentence(string text, int from, int stop, int afterStops, int afterClosers, int end)
    {
        if (afterClosers >= end)
            return true;
        if (IsWideStop(text[stop]))
            // 「...。」と述べた: a particle after the closing mark carries the sentence on.
            return afterClosers == afterStops || text[afterClosers] is < '\u3041' or > '\u309F';
        if (!char.IsWhiteSpace(text[afterClosers]))
            return IsFullWidth(text[afterClosers]);

        var next = afterClosers;
        while (next < end && (char.IsWhiteSpace(text[next]) || IsOpener(text[next])))
            next++;
        if (next >= end)
            return true;
        if (char.IsLower(text[next]))
            return false;
        if (text[stop] != '.' || afterStops != stop + 1 || afterClosers != afterStops)
            return true;
        return !Abbreviations.Continues(text.AsSpan(from, stop - from), text.AsSpan(next, end - next));
    }

    private static void Add(string text, int start, int end, List<TextSpan> found)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            found.Add(new TextSpan(start, end - start));
    }

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' or '\v' or '\f';

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '؟' or '۔' or '।' || IsWideStop(c);

    private static bool IsWideStop(char c) => c is '。' or '！' or '？' or '｡';

    private static bool IsFullWidth(char c) => c is (>= '\u3000' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF');

    private static bool IsOpener(char c) =>
        c is '"' or '“' or '”' or '„' or '‘' or '\'' or '«' or '»' or '‹' or '›' or '(' or '[' or '{' or '-' or '–' or '—' or '¿' or '¡'
            or '「' or '『';
}
