using System.Text;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>
/// What charset bytes are in that nobody declared and that are no UTF-8: the one under which they make the most letters that its readers
/// use all the time. Only charsets that newspapers without a declaration were met in.
/// </summary>
internal static class CharsetGuess
{
    // Bytes that are looked at: more do not change the answer.
    private const int Sample = 16 * 1024;

    // Share of the letters beyond ASCII that must be frequent ones: two bytes make one of thousands, one byte one of a hundred.
    private const double LeastOfMany = 0.3;
    private const double LeastOfFew = 0.6;

    private static readonly (string Name, int Page, string Frequent)[] Charsets =
    [
        // The syllables and letters at the head of each language's frequency lists.
        ("EUC-KR", 51949, "이다는을가에의은고하지한를로도기어사리나자대서인해아그수시있전부정보일라주국들만장"),
        ("Shift_JIS", 932, "のにはをたがでとしれさいるなもてっすかりこまらうくあよせんだりー、。日本国人"),
        ("EUC-JP", 51932, "のにはをたがでとしれさいるなもてっすかりこまらうくあよせんだりー、。日本国人"),
        ("GB2312", 936, "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然，。"),
        ("Big5", 950, "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然，。"),
        ("TIS-620", 874, "านรอกเงมยลวดทตสะปบคห่้ัีิุไแขโใพชจำ"),
        ("windows-1251", 1251, "оеаинтсрвлкмдпуяыьгз"),
        ("KOI8-R", 20866, "оеаинтсрвлкмдпуяыьгз"),
        ("windows-1255", 1255, "יוהלאתרבשמנדעקחכספ"),
        ("windows-1256", 1256, "المينروتبةدعسهكفقح"),
        ("windows-1253", 1253, "αοιεντσηρκπυμλδωάόίέ"),
    ];

    /// <summary>Null when none fits well: the bytes are Western, or no text.</summary>
    public static (string Name, int Page)? Of(ReadOnlySpan<byte> body)
    {
        var sample = body[..Math.Min(body.Length, Sample)].ToArray();
        (string, int)? best = null;
        var most = 1.0;
        foreach (var (name, page, frequent) in Charsets)
        {
            if (Share(sample, page, frequent) / (IsSingle(page) ? LeastOfFew : LeastOfMany) is var score && score > most)
                (best, most) = ((name, page), score);
        }

        return best;
    }

    private static bool IsSingle(int page) => page is 874 or 20866 or >= 1250 and <= 1258;

    private static double Share(byte[] sample, int page, string frequent)
    {
        var text = Encoding.GetEncoding(page, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")).GetString(sample);
        int letters = 0, known = 0, wrong = 0, joined = 0;
        var before = ' ';
        foreach (var c in text)
        {
            var after = before;
            before = c;
            if (c < '\u0080')
                continue;
            letters++;
            joined += after >= '\u0080' ? 1 : 0;
            if (c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or (>= '\u0080' and < '\u00A0') or (>= '\uFF61' and <= '\uFF9F'))
                wrong++;
            else if (frequent.Contains(c))
                known++;
        }

        // Letters of these charsets stand together; those of Western ones stand alone among ASCII.
        if (joined < letters / 2)
            return 0;
        // A letter cut at the sample's end, or a slip of the pen, is no proof; more is. A few letters prove nothing.
        return letters < 8 || wrong > 1 + (letters / 50) ? 0 : (double)known / letters;
    }
}
