using System.Collections.Frozen;

namespace GlobeEcho.Newsroom.Text;

/// <summary>Tells the language of a text by its script and its most frequent function words.</summary>
public static class LanguageGuess
{
    // More of a text tells nothing new, in characters.
    private const int Enough = 4000;

    // A guess must lead the next one by this factor to be given.
    private const double ClearLead = 1.03;

    private static readonly (string Language, string Letters, string Words)[] Latin =
    [
        ("en", "", "the of and to in is that for it was on are with as be this have from at by not or his they you but we an were which their has had been will would can who its said there she he all about if one more also when after other our your than into just how what out up my me so do get them then some no these could over very like any only i a make"),
        ("de", "äöüß", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn ihre kann wir ich ihr habe ihm schon diese doch mich"),
        ("fr", "àâçèéêëîôœùû", "le la les de des du et en un une est que qui dans pour pas sur au aux avec par plus ce il elle ne se sont ou son sa ses ont été cette mais comme nous vous leur fait être deux même aussi si tout ces entre sans je tu on était après très bien peut d l qu n s c j"),
        ("es", "ñáéíóú¿¡", "el la los las de del y en que un una es por para con no se su al lo como más pero sus le ya o este ha sí porque esta entre cuando muy sin sobre también me hasta hay donde han quien desde todo nos durante uno ni contra otros ese eso fue son era ser está puede años yo tiene hace"),
        ("pt", "ãõçáéíóúâêô", "o a os as de do da dos das e em um uma é que por para com não se no na nos nas ao mais como mas foi ele ela seu sua ou quando muito já também pelo pela até isso entre depois sem mesmo aos seus quem são está ser tem você eu foram anos à pode sobre"),
        ("it", "àèéìòù", "il lo la i gli le di del della dei delle e in un una è che per con non si da al alla nel nella sono come più ma anche ha o se questo questa suo sua dal dalla sul sulla degli agli ai alle hanno era essere stato dopo ancora tutti perché cosa molto ci mi l d c quando"),
        ("nl", "ë", "de het een van en in is dat op te zijn met voor niet die aan er om ook als dan maar bij of uit nog naar heeft ze hij wordt door over wat tot je mijn deze was worden meer kan geen werd al hebben zo had haar moet wel veel zich dit onze we ik u hun na kunnen"),
        ("sv", "åäö", "och att i det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då sedan över bara in blir upp även vad denna detta"),
        ("da", "æøå", "og at i det en er af på til med for den der ikke har de som et han men var jeg sig fra vi så kan når år også efter eller nu sin hvor ved mod skal blev vil om bliver været havde alle andre meget end her da over kun op ud være hun dig mig noget nogle blive hvad mellem siger selv hvis uden lidt"),
        ("nb", "æøå", "og at i det en er av på til med for den der ikke har de som et han men var jeg seg fra vi så kan når år også etter eller nå sin hvor ved mot skal ble vil om blir vært hadde alle andre mye enn her da over bare opp ut være hun deg meg noe noen bli hva mellom sier selv hvis uten litt fikk dette"),
        ("fi", "äö", "ja on ei se että oli hän mutta kun joka ovat myös kuin tai jos niin nyt vain jo sen olla ole sitä hänen ne vielä mukaan jotka ollut mitä kuitenkin sekä voi minä sinä me te he tämä tämän siitä kanssa jälkeen vuonna noin ennen hyvin sitten olisi koska jossa mikä minun en olen ettei"),
        ("et", "äöüõ", "ja on ei see et oli ta kui ka mis aga või oma nii siis kes seda ning olid juba veel pole ma sa me nad mida selle ole peale pärast üle väga enam kuid siin saab tema kõik eesti poolt"),
        ("pl", "ąćęłńśźż", "i w na z do nie się że to jest o jak po za od ale co tak dla przez przy czy tym tego jego już są ze oraz był która który które być może tylko jej ich było została bardzo tej także pod gdy jako lub tylko mnie ma by będzie roku tych"),
        ("cs", "ěřůčšž", "a v na se je že s z do o i to pro k za jako by po ale jsou jsem byl ve od které který která jeho jen už při také bude podle však až být má této tak nebo není co si své bylo jejich roku byla ještě tím aby"),
        ("sk", "ľĺŕôčšž", "a v na sa je že s z do o aj to pre k za ako by po ale sú som bol vo od ktoré ktorý ktorá jeho len už pri tiež bude podľa však až byť má tejto tak alebo nie čo si svoje bolo ich roku bola ešte aby keď"),
        ("ro", "ășțâî", "și de în a la cu pe că nu care un o din este să pentru mai se au fost al ale lui prin sau după dar ce sunt fi acest această către până când doar despre ei el ea va am avea între fără foarte lor s"),
        ("hu", "őűöüáé", "a az és hogy nem is egy ez van meg de csak már még mint ha volt el azt ki vagy fel minden után lehet olyan nagy között mert így sem kell majd be lesz amely ezt szerint pedig úgy amit aki ami ezek azok én nekem voltak"),
        ("tr", "ğışçöü", "ve bir bu da de için ile çok olarak daha en olan ne kadar gibi sonra var ancak ya değil her o mi mı ama göre veya oldu kendi olduğu tarafından şey diye ise iki bunu onun ben benim sen biz yok olduğunu ki yıl türk"),
        ("id", "", "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih kata tahun sudah atau saat oleh menjadi orang ia bahwa kami telah sebagai dapat hanya secara kita anda namun seperti dia para bagi harus antara tak agar apa setelah"),
        ("ms", "", "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke kerana tersebut boleh ada mereka lebih kata tahun sudah atau oleh orang beliau bahawa kami telah sebagai dapat hanya kita anda seperti para bagi perlu antara ialah adalah daripada kepada"),
        ("vi", "ăâđêôơưạảấầẩẫậắằẳặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ", "và của là có không cho được trong với người các những một này đã để khi từ đến cũng như về ra tại sẽ năm nhiều ông bị theo vào"),
        ("hr", "čćđšž", "i u na je se da su za od s kao o ne koji koja koje što bi iz će to ali nije bio ili po sve samo može sam nakon prema godine kako tako biti jer kod više još dok te koju"),
        ("sl", "čšž", "in v je na se da so za od z kot o ne ki pa bi iz bo to ali ni bil po vse samo lahko sem tudi pri leta kako tako biti ker več še do tem ter jih kar že"),
        ("ca", "àèéíòóúç", "el la els les de del i en que un una és per amb no es al més com però són aquest aquesta ha seva seu dels ser també o entre fins on molt tot sobre va han perquè quan d l als"),
        ("sw", "", "na ya wa kwa ni katika za la kuwa cha hii huo hiyo yake wake kama lakini watu baada pia huyo kutoka alisema mwaka nchi hivyo"),
        ("tl", "", "ang ng sa na mga at ay ito ni si para hindi kung may niya siya ako mo ko ka nang din rin lang pa po kanyang"),
        ("sq", "ëç", "e të në i dhe që për me një nga është së më si do nuk ka u kjo por ky janë duke kanë ishte edhe te"),
        ("lt", "ąčęėįšųūž", "ir yra kad į su iš kaip tai bet ne o buvo už per dėl po jo apie nuo tik jau labai dar metų jei arba bus"),
        ("lv", "āčēģīķļņšūž", "un ir ka ar uz par no kas to bet kā ne bija tas pie gada vai arī šo pēc tikai tā es viņš līdz jau ļoti"),
        ("is", "ðþæö", "og að í er á sem það við um til en var ekki með af hann fyrir hún frá þess eru hafa þetta verið þar svo ég einnig eða"),
        ("af", "ê", "die van en in is dat te vir met nie op het wat was aan om sy as hulle ook deur maar daar by uit kan word ek ons hy een"),
        ("eu", "", "eta da ez du dira bat zen ere baina hori izan dute zuen egin beste bere hau den dela zer baino"),
    ];

    private static readonly (string Language, string Letters, string Words)[] Cyrillic =
    [
        ("ru", "ыэё", "и в не на что с по как это он из но за то от о для его к у так все был она было мы они при или я же бы если уже только до был также будет были который после может лет ее их года есть"),
        ("uk", "іїєґ", "і в не на що з як це він та у до за від про для його але так все був вона було ми вони при або я же якщо вже тільки також буде були який після може є ще цього року їх із"),
        ("bg", "ъщ", "и на в е за да се от с не че са по като ще това до която който но при или след към има които той само още може бе си през беше бъде му ли аз те"),
        ("sr", "ђјљњћџ", "и у на је се да су за од са као о не који која које што би из ће то али није био или по све само може после према године како тако бити због"),
        ("mk", "ѓќѕј", "и на во е за да се од со не дека се што како ќе тоа но кој која кои при или по беше има само може"),
        ("be", "ўі", "і ў не на што з як гэта ён па але за да ад аб для яго так быў яна было мы яны"),
        ("kk", "әғқңөұүһі", "және бұл мен үшін деп бір де ол да осы бар"),
        ("mn", "өү", "нь юм энэ байна ба бол гэж"),
    ];

    private static readonly (string Language, string Letters, string Words)[] Arabic =
    [
        ("ar", "ةىأإ", "في من على إلى أن التي الذي عن مع هذا هذه ما لا كان بعد ذلك كما أو بين قد قال و لم حيث كل هو هي غير"),
        ("fa", "پچژگکی", "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شده های می اما شود بود او ما دارد"),
        ("ur", "ٹڈڑںےہ", "کے کی میں ہے کا اور سے نے کو کہ پر ہیں اس یہ بھی کر تھا ایک نہیں جو"),
    ];

    private static readonly (string Language, string Letters, string Words)[] Devanagari =
    [
        ("hi", "", "है के में की से का को और ने पर यह कि हैं एक भी इस नहीं तो था लिए ही या कर जो हो"),
        ("mr", "ळ", "आहे आणि या च्या ते हे आहेत असे होते तर मी तो ती पण नाही व"),
        ("ne", "", "छ र को मा ले पनि भएको छन् हो यो गरेको थियो"),
    ];

    private static readonly (int First, int Last, string Language)[] Scripts =
    [
        (0x0370, 0x03FF, "el"), (0x0530, 0x058F, "hy"), (0x0590, 0x05FF, "he"), (0x0980, 0x09FF, "bn"), (0x0A00, 0x0A7F, "pa"), (0x0A80, 0x0AFF, "gu"),
        (0x0B80, 0x0BFF, "ta"), (0x0C00, 0x0C7F, "te"), (0x0C80, 0x0CFF, "kn"), (0x0D00, 0x0D7F, "ml"), (0x0D80, 0x0DFF, "si"), (0x0E00, 0x0E7F, "th"),
        (0x10A0, 0x10FF, "ka"), (0x3040, 0x30FF, "ja"), (0xAC00, 0xD7AF, "ko"), (0x4E00, 0x9FFF, "zh"),
    ];

    private static readonly Model LatinModel = new(Latin), CyrillicModel = new(Cyrillic), ArabicModel = new(Arabic), DevanagariModel = new(Devanagari);

    private static readonly FrozenSet<string> Known =
        Latin.Concat(Cyrillic).Concat(Arabic).Concat(Devanagari).Select(l => l.Language).Concat(Scripts.Select(s => s.Language)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a language (ISO 639-1, lower case) is one that can be told.</summary>
    public static bool Knows(string language) => Known.Contains(language);

    /// <summary>ISO 639-1, lower case; null when the text is too short or too mixed to tell.</summary>
    public static string? Of(string text)
    {
        if (text.Length > Enough)
            text = text[..Enough];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        int letters = 0, latin = 0, cyrillic = 0, arabic = 0, devanagari = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            if (c < 0x0250 || c is >= '\u1E00' and <= '\u1EFF')
                latin++;
            else if (c is >= '\u0400' and <= '\u04FF')
                cyrillic++;
            else if (c is >= '\u0600' and <= '\u06FF')
                arabic++;
            else if (c is >= '\u0900' and <= '\u097F')
                devanagari++;
            else if (Script(c) is { } language)
                counts[language] = counts.GetValueOrDefault(language) + 1;
        }

        if (letters == 0)
            return null;
        // Japanese mixes Han with its own letters; a handful of those is enough to tell it from Chinese.
        if (counts.TryGetValue("ja", out var kana) && counts.TryGetValue("zh", out var han))
            counts[kana * 12 >= han ? "ja" : "zh"] = kana + han;
        counts[""] = latin;
        counts["cyrillic"] = cyrillic;
        counts["arabic"] = arabic;
        counts["devanagari"] = devanagari;
        var most = counts.MaxBy(c => c.Value);
        // One ideograph says about as much as three letters.
        if (most.Key == "" && (counts.GetValueOrDefault("zh") * 3 > latin || counts.GetValueOrDefault("ja") * 3 > latin))
            most = counts.Where(c => c.Key is "zh" or "ja").MaxBy(c => c.Value);
        return most.Key switch
        {
            "" => LatinModel.Guess(text),
            "cyrillic" => CyrillicModel.Guess(text),
            "arabic" => ArabicModel.Guess(text),
            "devanagari" => DevanagariModel.Guess(text),
            var language => language,
        };
    }

    private static string? Script(char c)
    {
        foreach (var (first, last, language) in Scripts)
        {
            if (c >= first && c <= last)
                return language;
        }

        return null;
    }

    private sealed class Model
    {
        private readonly string[] _languages;
        private readonly FrozenDictionary<string, (int Language, double Weight)[]> _words;
        private readonly FrozenDictionary<char, (int Language, double Weight)[]> _letters;

        public Model((string Language, string Letters, string Words)[] languages)
        {
            _languages = languages.Select(l => l.Language).ToArray();
            _words = languages.SelectMany((l, i) => l.Words.Split(' ').Distinct().Select(w => (Key: w, Index: i))).GroupBy(w => w.Key)
                .ToFrozenDictionary(g => g.Key, g => g.Select(w => (w.Index, Weight(g.Key.Length) / Math.Sqrt(g.Count()))).ToArray());
            _letters = languages.SelectMany((l, i) => l.Letters.Select(c => (Key: c, Index: i))).GroupBy(c => c.Key)
                .ToFrozenDictionary(g => g.Key, g => g.Select(c => (c.Index, 0.5 / g.Count())).ToArray());
        }

        public string? Guess(string text)
        {
            var scores = new double[_languages.Length];
            foreach (var span in Words.Spans(text))
            {
                if (_words.TryGetValue(span.Of(text).ToLowerInvariant(), out var hits))
                    Add(hits, scores);
            }

            foreach (var c in text)
            {
                if (_letters.TryGetValue(char.ToLowerInvariant(c), out var hits))
                    Add(hits, scores);
            }

            var best = Array.IndexOf(scores, scores.Max());
            var next = scores.Where((_, i) => i != best).Max();
            return scores[best] > 0.6 && scores[best] > next * ClearLead ? _languages[best] : null;
        }

        private static void Add((int Language, double Weight)[] hits, double[] scores)
        {
            foreach (var (language, weight) in hits)
                scores[language] += weight;
        }

        /// <summary>Single letters are words in many languages, and initials in all.</summary>
        private static double Weight(int length) => length switch { 1 => 0.5, 2 => 0.8, _ => 1 };
    }
}
