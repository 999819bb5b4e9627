using System.Collections.Frozen;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>The English words the check of rewrites knows by their work: what negates, what doubts, who holds office, what means the same.</summary>
internal static class ClaimLexicon
{
    public static readonly FrozenSet<string> Negations = Set("not no never none nobody nothing neither nor cannot without hardly nowhere");

    public static readonly FrozenSet<string> Hedges = Set(
        "allegedly alleged reportedly possibly probably perhaps apparently unconfirmed rumoured rumored suspected supposedly likely unlikely maybe attempted potential");

    public static readonly FrozenSet<string> Future = Set("will would shall ll wo");

    public static readonly FrozenSet<string> Possible = Set("may might could can should must");

    // An infinitive after these has not happened.
    public static readonly FrozenSet<string> Wishes = Set(
        "plan expect offer refus urg order call want seek agre threaten vow promis demand ask hop intend likely unlikely due set try attempt consider decid "
        + "propos prepar aim tell pledg wish warn invit encourag instruct requir command fail declin bid ready need forbid requst request");

    public static readonly FrozenSet<string> Being = Set("is are was were be been being am");

    public static readonly FrozenSet<string> Auxiliaries = Set("is are was were be been being am has have had having do does did will would shall may might could can should must to not never also");

    public static readonly FrozenSet<string> Connectives = Set("and but while after as because when who which although though where if whereas until before that whose or so");

    public static readonly FrozenSet<string> Prepositions = Set("to of in on at for from with under over against into by near through between among about off across since");

    public static readonly FrozenSet<string> Pronouns = Set("he she it they his her its their him them who which that this these those we us i you");

    public static readonly FrozenSet<string> Speaking = Set(
        "say tell call writ wrote add warn announc declar stat claim argu insist tweet note explain report confirm deny describ prais ask reply repl testif admit suggest");

    public static readonly FrozenSet<string> Offices = Set(
        "president minister premier chancellor king queen prince princess pope emperor sultan emir senator governor mayor judge justice general colonel major captain "
        + "lieutenant sergeant admiral marshal secretary chairman chairwoman chair executive director ambassador envoy speaker leader commander inspector commissioner "
        + "congressman congresswoman representative deputy bishop archbishop cardinal rabbi imam sheriff attorney prosecutor spokesman spokeswoman spokesperson founder owner "
        + "treasurer coach manager professor doctor councillor lawmaker chief head officer adviser advisor ayatollah prime");

    // Of an office these may not be dropped or added.
    public static readonly FrozenSet<string> OfficeLimits = Set("former ex deputy vice acting interim late assistant elect designate lower upper outgoing incoming under shadow then");

    public static readonly FrozenSet<string> Dates = Set(
        "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight january february march april june july august september october november "
        + "december weekend morning afternoon evening midnight noon spring summer autumn winter");

    // Small words that turn the sense and so are never passed over as function words.
    public static readonly FrozenSet<string> Turning = Set(
        "more less fewer most least up down above below over under first last same before after until early late only both all half than off out");

    // Verbs the folding of stories passes over, but not a reader.
    private static readonly FrozenSet<string> FullVerbs = Set("take taken makes make made get gets come came put go said say says saying told tell like");

    private static readonly (string One, string Other)[] Opposites = [.. (
        "more/less more/few most/least up/down abov/below ris/fall ris/drop ris/declin increas/decreas increas/fall grow/shrink high/low highest/lowest fast/slow larg/small big/small "
        + "win/lose victory/defeat before/after begin/end start/end open/clos accept/reject approv/reject agre/refus allow/ban confirm/deny prais/condemn support/oppos "
        + "widen/narrow gain/los strong/weak better/worse early/late first/last hot/cold north/south east/west uphold/overturn everybody/nobody legal/illegal guilty/innocent "
        + "buy/sell import/export enter/leave arriv/depart join/leave alive/dead free/jail profit/loss majority/minority male/female men/women")
        .Split(' ').Select(p => p.Split('/')).Select(p => (p[0], p[1]))];

    private static readonly FrozenDictionary<string, string> Irregular = (
        "said=say told=tell sank=sink sunk=sink rose=rise risen=rise fell=fall fallen=fall won=win lost=lose left=leave took=take taken=take met=meet held=hold struck=strike "
        + "beat=beat beaten=beat spent=spend sold=sell bought=buy brought=bring built=build sent=send gave=give given=give went=go gone=go came=come became=become began=begin "
        + "begun=begin wrote=write written=write spoke=speak spoken=speak broke=break broken=break drove=drive driven=drive grew=grow grown=grow knew=know known=know "
        + "threw=throw thrown=throw drew=draw drawn=draw flew=fly flown=fly fled=flee shot=shoot fought=fight sought=seek caught=catch taught=teach thought=think found=find "
        + "hid=hide hidden=hide led=lead paid=pay made=make kept=keep stood=stand withdrew=withdraw withdrawn=withdraw overthrew=overthrow overthrown=overthrow drank=drink "
        + "drunk=drink ran=run swore=swear sworn=swear stole=steal stolen=steal shook=shake forbade=forbid forbidden=forbid bore=bear born=bear chose=choose chosen=choose "
        + "felt=feel got=get saw=see seen=see sat=sit slept=sleep wore=wear worn=wear upheld=uphold undertook=undertake overcame=overcome men=man women=woman children=child dead=die "
        + "died=die dies=die dying=die deaths=death lay=lie")
        .Split(' ').Select(p => p.Split('=')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    // Words of one meaning in news; never two that differ in what is true.
    private static readonly FrozenDictionary<string, string> Meanings = (
        "arrest detain|say stat|announc declar|defeat beat|protester demonstrator|protest demonstrat|kill slain|injur wound hurt|die death perish|begin start commenc|end finish conclud|"
        + "buy purchas acquir|rescu save|aircraft plane airplan|automobil car|child kid|percent pct|attorney lawyer|physician doctor|help assist aid|show reveal|vot ballot|"
        + "quak earthquak|ris increas climb|fall drop declin decreas|larg big|small littl|shut clos|repli answer respond|urg call|firm company|troop soldier|resid inhabit|"
        + "leav depart|hold conven|condemn denounc|ask request|plan intend|build construct|win winn|film movi|quick fast rapid|"
        + "employ worker staff|hous home|suspend halt|approv pass|deadli fatal lethal|evacu mov|peopl person|illness sick diseas ill")
        .Split('|').Select(g => g.Split(' ')).SelectMany(g => g.Select(w => (w, g[0]))).DistinctBy(p => p.w)
        .ToFrozenDictionary(p => p.w, p => p.Item2, StringComparer.Ordinal);

    /// <summary>The form in which a word of the claim is looked for: its stem, or the first of those that mean the same.</summary>
    public static string Key(string lower)
    {
        var stem = Stem(lower);
        return Meanings.GetValueOrDefault(stem, stem);
    }

    public static string Stem(string lower)
    {
        var word = Irregular.GetValueOrDefault(lower, lower);
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
            return word[..^3] + "y";
        if (word.Length > 4 && word.EndsWith("ied", StringComparison.Ordinal))
            return word[..^3] + "y";
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal))
            return Undouble(word[..^3]);
        if (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal))
            return Undouble(word[..^2]);
        if (word.Length > 4 && (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)))
            return word[..^2];
        if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'))
            word = word[..^1];
        return word.Length > 3 && word[^1] == 'e' ? word[..^1] : word;
    }

    /// <summary>Whether two keys say the opposite.</summary>
    public static bool AreOpposite(string one, string other) =>
        Array.Exists(Opposites, o => (o.One == one && o.Other == other) || (o.One == other && o.Other == one));

    /// <summary>Whether a key is half of a pair of opposites: rose, fewer, before.</summary>
    public static bool HasOpposite(string key) => Array.Exists(Opposites, o => o.One == key || o.Other == key);

    public static bool IsFunctionWord(string lower) => !Turning.Contains(lower) && !FullVerbs.Contains(lower) && (Words.IsStop(lower) || Auxiliaries.Contains(lower));

    private static string Undouble(string stem)
    {
        if (stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l' or 'z'))
            return stem[..^1];
        return stem.Length > 3 && stem[^1] == 'e' ? stem[..^1] : stem;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
