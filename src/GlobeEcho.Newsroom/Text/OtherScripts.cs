using System.Collections.Frozen;
using System.Globalization;

namespace GlobeEcho.Newsroom.Text;

/// <summary>Countries named in Russian, Ukrainian, Arabic, Chinese and Japanese, by name or capital: names from the system's ICU tables, capitals from the table below.</summary>
internal static class OtherScripts
{
    private const int LongestName = 6;

    private static readonly string[] Languages = ["ru", "uk", "ar", "zh", "ja"];

    private const string Capitals =
        "US:сша,вашингтон,واشنطن,امريكا,华盛顿,美国;RU:москва,кремль,موسكو,莫斯科;UA:киев,київ,كييف,基辅;BY:минск,белоруссия,мінськ,مينسك,明斯克;"
        + "FR:париж,باريس,巴黎;DE:берлин,برلين,柏林;GB:лондон,لندن,بريطانيا,伦敦,英国;IT:рим,روما,罗马;ES:мадрид,مدريد,马德里;PT:лиссабон,لشبونة,里斯本;"
        + "CN:пекин,بكين,北京;JP:токио,طوكيو,东京,東京;KR:сеул,سيول,首尔,韩国;KP:пхеньян,بيونغ يانغ,平壤,朝鲜;IN:дели,нью-дели,نيودلهي,新德里;PK:исламабад,伊斯兰堡;"
        + "IR:тегеран,طهران,德黑兰;IQ:багдад,بغداد,巴格达;IL:иерусалим,тель-авив,القدس,تل ابيب,耶路撒冷,特拉维夫;PS:газа,غزة,加沙;SY:дамаск,دمشق,大马士革;"
        + "LB:бейрут,بيروت,贝鲁特;EG:каир,القاهرة,开罗;TR:анкара,стамбул,انقرة,اسطنبول,安卡拉,伊斯坦布尔;SA:рияд,الرياض,利雅得;YE:صنعاء,萨那;QA:доха,الدوحة,多哈;"
        + "GR:афины,اثينا,雅典;PL:варшава,وارسو,华沙;CZ:прага,براغ,布拉格;AT:вена,فيينا,维也纳;HU:будапешт,بودابست,布达佩斯;BE:брюссель,بروكسل,布鲁塞尔;"
        + "NL:амстердам,гаага,امستردام,لاهاي,阿姆斯特丹,海牙;SE:стокгольм,ستوكهولم,斯德哥尔摩;NO:осло,اوسلو,奥斯陆;FI:хельсинки,هلسنكي,赫尔辛基;DK:копенгаген,哥本哈根;"
        + "RS:белград,بلغراد,贝尔格莱德;GE:тбилиси,تبليسي,第比利斯;AM:ереван,يريفان,埃里温;AZ:баку,باكو,巴库;KZ:астана,алматы,استانا,阿斯塔纳;"
        + "BR:бразилиа,برازيليا,巴西利亚;AR:буэнос-айрес,布宜诺斯艾利斯;MX:мехико,مكسيكو,墨西哥城;VE:каракас,كاراكاس,加拉加斯;CL:сантьяго,سانتياغو,圣地亚哥;PE:лима,利马;"
        + "KE:найроби,نيروبي,内罗毕;NG:абуджа,ابوجا,阿布贾;ET:аддис-абеба,اديس ابابا;ZA:претория,بريتوريا,比勒陀利亚;SD:хартум,الخرطوم,喀土穆;AF:кабул,كابول,喀布尔;"
        + "ID:джакарта,جاكرتا,雅加达;PH:манила,مانيلا,马尼拉;TH:бангкок,بانكوك,曼谷;VN:ханой,هانوي,河内;AU:канберра,сидней,كانبيرا,堪培拉;CA:оттава,اوتاوا,渥太华";

    private static readonly FrozenDictionary<string, string> Named = ReadNames();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Named.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The country named at a word, and how many words it takes (an ideograph is one); null when there is none.</summary>
    public static (string Code, int Words)? Match(string text, List<Names.Word> words, int at)
    {
        var (span, folded) = (words[at].Span, words[at].Folded);
        if (folded[0] < '\u0400')
            return null;
        if (!Words.IsIdeograph(folded[0]))
        {
            if (Lookup.TryGetValue(Stem(folded), out var code))
                return (code, 1);
            return folded.Length > 4 && folded[0] is 'و' or 'ب' or 'ل' or 'ف' && Lookup.TryGetValue(Stem(folded[1..]), out code) ? (code, 1) : null;
        }

        for (var length = Math.Min(LongestName, text.Length - span.Start); length > 1; length--)
        {
            if (Lookup.TryGetValue(text.AsSpan(span.Start, length), out var code))
                return (code, length);
        }

        return null;
    }

    // Without the endings of the Slavic cases and the Arabic article.
    private static string Stem(string folded)
    {
        if (folded[0] is >= '\u0400' and <= '\u04FF')
        {
            var end = folded.Length;
            while (end > 4 && folded.Length - end < 3 && folded[end - 1] is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'ю' or 'я' or 'ь' or 'й' or 'і' or 'ї' or 'є' or 'м' && end > 4)
                end--;
            return folded[..end];
        }

        return folded.Length > 4 && folded.StartsWith("ال", StringComparison.Ordinal) ? folded[2..] : folded;
    }

    private static FrozenDictionary<string, string> ReadNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in Capitals.Split(';').Select(e => e.Split(':')))
        {
            foreach (var name in entry[1].Split(','))
                names[Key(name)] = entry[0];
        }

        foreach (var code in Gazetteer.Capitals.Select(c => c.Country).Distinct())
        {
            foreach (var language in Languages)
                names.TryAdd(Key(new RegionInfo($"{language}-{code}").NativeName), code);
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Key(string name) => Words.IsIdeograph(name[0]) ? name : Stem(Words.Fold(name));
}
