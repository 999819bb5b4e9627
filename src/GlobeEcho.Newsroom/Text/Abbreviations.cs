using System.Collections.Frozen;

namespace GlobeEcho.Newsroom.Text;

/// <summary>Points that do not end a sentence: titles, initials, months, "U.S.", "z.B.", German ordinals.</summary>
internal static class Abbreviations
{
    // Never end a sentence: something always follows them.
    private static readonly FrozenSet<string> Leading = Set(
        "Mr Mrs Ms Messrs Dr Prof Gen Col Lt Sgt Capt Cmdr Cpl Adm Maj Rep Reps Sen Sens Gov Pres Hon Rev St Ste Mt Ft Supt Insp Det Atty vs v cf "
        + "Mme Mmes Mlle MM Me Mgr M Hr Nr Dipl Ing bzw ca vgl ggf evtl inkl bzgl sog Sr Sra Sres Srta Dra Ud Uds Lic Exmo Dott Sig On Avv "
        + "dhr mevr drs ds e.g i.e z.B d.h u.a o.ä i.d.R u.U v.a P.S J.-C Abs approx");

    // Only before a number.
    private static readonly FrozenSet<string> BeforeNumbers = Set(
        "No Nos Nr Art Bd Fig Figs p pp pg Vol Ch Sec Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec janv févr avr juill déc núm pág aprox n");

    // End a sentence only when the next one plainly begins.
    private static readonly FrozenSet<string> Open = Set(
        "Inc Ltd Co Corp Bros LLC Jr Sr Ph.D Mio Mrd Str Ave Blvd Rd Dept Univ Calif Fla Tex Mass Pa Va Conn Ill Ind Ky Md Mich Minn Mo Mont Neb "
        + "Nev Okla Ore Tenn Vt Wis Ariz Ark Colo Del Ala N.Y N.J D.C EE UU");

    private static readonly FrozenSet<string> Calendar = Set(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November "
        + "December Eastern Pacific Central Mountain Greenwich GMT UTC ET EST EDT CT CST CDT PT PST PDT BST CET CEST IST Jan Feb Aug Sept Oct Nov Dec");

    // "am 24. Mai", "der 3. Oktober": before these a point after a number makes an ordinal.
    private static readonly FrozenSet<string> BeforeOrdinals = Set(
        "am der die das dem den des vom zum zur bis ab seit im beim und Am Der Die Das Dem Den Des Vom Zum Zur Bis Ab Seit Im Beim");

    private static readonly FrozenSet<string> AfterOrdinals = Set(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert Jahrhunderts Platz Runde Spieltag Minute "
        + "Januars Jahrestag Geburtstag Lebensjahr");

    /// <summary>Whether the point after <paramref name="before"/> belongs to an abbreviation that <paramref name="after"/> carries on.</summary>
    public static bool Continues(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var word = LastWord(before, out var earlier).ToString();
        if (word.Length == 0)
            return false;
        var next = FirstWord(after);
        if (IsNumber(word))
            // A number alone opens a list: "1. Wash the rice."
            return earlier.Length == 0 || (word.Length <= 2 && (AfterOrdinals.Contains(next) || BeforeOrdinals.Contains(LastWord(earlier, out _).ToString())));
        if (Leading.Contains(word))
            return true;
        if (BeforeNumbers.Contains(word))
            return char.IsDigit(after[0]);
        if (IsClockTime(word))
            return char.IsDigit(after[0]) || Calendar.Contains(next);
        return (IsInitials(word) || Open.Contains(word)) && !OpensSentence(next);
    }

    private static bool OpensSentence(string word) => word.Length > 0 && Words.IsStop(Words.Fold(word)) && !(word.Length == 1 && word != "A" && word != "I");

    private static bool IsClockTime(string word) => word is "a.m" or "p.m" or "A.M" or "P.M" or "am" or "pm";

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c))
                return false;
        }

        return true;
    }

    // "J", "U.S", "J.-P", "z.B": single letters divided by points.
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsLetter(word[i]) ? i > 0 && char.IsLetter(word[i - 1]) : word[i] is not ('.' or '-'))
                return false;
        }

        return word.Length > 1 || char.IsUpper(word[0]);
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text, out ReadOnlySpan<char> earlier)
    {
        text = text.TrimEnd();
        var start = text.Length;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '-'))
            start--;
        earlier = text[..start].TrimEnd();
        return text[start..].TrimStart("-.");
    }

    private static string FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text[..end].ToString();
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
