using System.Collections.Frozen;

namespace GlobeEcho.Newsroom.Text;

/// <summary>
/// Tells the language of a text by its script, then by its function words and the letters only some languages have.
/// Pure and fast; made for texts of a sentence or more.
/// </summary>
public static class LanguageGuess
{
    // A language is decided long before this much text is read.
    private const int MostCharacters = 3000;

    private static readonly (string Language, string Words)[] WordLists =
    [
        ("en",
            "s t new people any use see get here these those each may how well first us the of and to in a is that for it was on "
            + "with as be by at from are this have not they his were you which has had but or an their will been would more who said "
            + "when there can about after its than also into other what only she him could we your some my just do our if so up all "
            + "no i out her"),
        ("de",
            "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie "
            + "nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man "
            + "sein wurde sei ich kann wir ihre seine gegen vom wenn ihr keine schon unter diese doch was hier uns mich du"),
        ("fr",
            "l d qu c n s j m votre notre leurs faire peuvent où dont encore afin lors fois non donc car moins chez le la les des "
            + "et en un une du est que pour qui dans au par sur pas plus ne ce il avec sont se son aux a cette ont mais été comme ou "
            + "sa ses leur être je nous vous elle deux fait même tout après entre aussi était avait ils sans bien peut y on très ces"),
        ("es",
            "mas poder mismo cada forma parte mejor tu te si bien otros qué nuestra nuestro cómo tener hacer sólo aunque sea están "
            + "el la de que y los en del las un por con para una su se al lo como más pero sus le ha este sobre también es entre era "
            + "muy hasta desde no está nos fue son sin ya todo esta hay ser dos años han cuando donde quien porque él me mi yo eso "
            + "hace puede tiene"),
        ("pt",
            "o os do da em um para com não uma que é se na por mais as dos como mas ao das foi ele seu sua ou quando muito nos já "
            + "eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você essa num nem suas à são "
            + "ser está ter foram após sobre no de e a"),
        ("it",
            "l d c dell nell all dall un questi quella nostro vostro può alcuni ogni senza mentre due cosa così poi invece tutto "
            + "nei negli vi mio il di che la è per in del non una della con le si da sono dei al nel alla gli come più anche ha ma lo "
            + "delle su dalla nella ci o questo questa se degli i dal hanno stato essere tra ai sul suo sua loro prima dopo anni "
            + "fatto tutti quando cui mi ho perché molto era chi e a solo"),
        ("nl",
            "de het van een en in is dat op te zijn met voor die niet aan er om ook als door naar bij uit maar werd nog heeft over "
            + "dan wordt hij ze wat of tot hebben worden kan deze zich al geen had zo we ik haar meer was je onder waar veel tegen "
            + "jaar dit mijn hun zou omdat u moet"),
        ("sv",
            "och att det i på som en är av för med till den inte har om ett de han men var jag sig från vi så kan när år under "
            + "också eller efter hade ut nu ska då kommer upp vid vara sin mot över skulle mycket finns alla denna dessa hon hans "
            + "blir sina där man du än bara detta"),
        ("nb",
            "hvordan hvilke deres vår våre norge norsk norske dere gjennom gjør gir får få flere også samt siden innen bør blant "
            + "slik hvis mye mange deg og i det på som er en til å av for at med ikke den har de fra et om var men jeg seg han vi kan "
            + "når år under eller etter hadde ut nå skal da kommer opp ved være sin mot over skulle alle hun hans blir bare dette "
            + "denne enn må noe hvor meg ble mer vil sier blitt både uten hva ifølge noen fikk mellom"),
        ("da",
            "hvordan hvilke deres vores danmark dansk danske jer gennem gør giver får få flere også samt siden inden bør blandt "
            + "sådan hvis meget mange dig der ud ind kunne blev og i det at er en til af på for med som ikke den har de fra et om var "
            + "men jeg sig han vi kan når år under eller efter havde nu skal da kommer op ved være sin mod over skulle alle hun hans "
            + "bliver bare dette denne end må noget hvor mig mere vil siger blevet både uden hvad ifølge nogle fik mellem"),
        ("fi",
            "minun sinun oletko olet teidän meidän heidän kaikki kaikkien paremmin lisää tästä tähän näin myöskin ilman kanssamme "
            + "uusi uuden suomen suomessa voit voidaan tulee saa pitää sinä siihen siinä niiden niitä näiden nämä kuten esimerkiksi "
            + "muun muut muita ensin enemmän aina hyvä ja on ei että se oli hän mutta myös joka kun ovat tai kuin jo vain sen niin "
            + "mukaan vuonna olisi voi ole mitä nyt sitä sekä jos tämä jotka hänen siitä kanssa mikä koko kuitenkin ennen sitten minä "
            + "me he oma olen tämän vielä jälkeen noin koska hyvin paljon siis"),
        ("pl",
            "w i na z się nie do to jest że o a jak po co od za przez dla są być tym tego już ale jego był oraz także ma czy tak "
            + "która który które może jej ich pod przed więc tylko była go jako było lat roku między ze mi przy ten te ta bardzo "
            + "będzie będą jestem mam gdy"),
        ("cs",
            "jsme jste které kterou kde proto při nejen zde mohou jejich tento tato velmi podle případě musí řekl jí ji jim nás vás "
            + "máte můžete aby budete bylo která svou svého nebude jsou více nové není se na je v a že s z o to do i za by ve pro ale "
            + "jako po od byl si k který již nebo let jeho také má až byla jen co tak tím mezi ještě této když však jsem jak pak mu "
            + "být já může než ze roce své budou bude už"),
        ("sk",
            "sme ste ktorou kde preto pri nielen tu môžu ich tento táto veľmi prípade musí povedal ju im nás vás máte môžete aby "
            + "budete bolo svoju svojho nebude viac nové nie sa na je v a že s z o to do aj za by vo pre sú ale ako po od bol si k "
            + "podľa ktoré ktorá ktorý už alebo rokov jeho tiež má až bola len čo tak tým medzi ešte tejto keď však som potom mu byť "
            + "môže než zo roku svoje budú bude ktorých"),
        ("hu",
            "az ezt ha azok ezek akkor után alatt annak amit által illetve több lesz nincs új magyar sok minden saját két a és hogy "
            + "nem is egy ez de volt meg csak már még mint el azt van kell vagy aki amely pedig majd ki szerint sem most lehet között "
            + "mert úgy olyan be voltak fel így itt én nagyon azonban amikor ami vannak le ott ennek során"),
        ("ro",
            "pot dintre care acestea atunci aceste va vor mult fiecare noi voi cum mi te ne mea sa său numai trebuie ani an poate "
            + "cei printre tot și în de la cu a pe nu un o din să este pentru mai că se sunt au fost al ale ca prin după fi ce sau "
            + "dar lui le între acest această până fără când foarte însă unei unui avea toate am ai lor doar iar cele ei era dacă "
            + "despre astfel"),
        ("tr",
            "ve bir bu da de için ile olarak çok daha olan sonra kadar gibi en ne o ise ama var her olduğunu olduğu değil ya iki "
            + "ben mi yeni yok nasıl dedi etti oldu tarafından şey diye büyük ancak göre hem bunu önce böyle onun içinde kendi biz "
            + "sen mu zaman bile üzerinde"),
        ("id",
            "yang dan di itu dengan untuk tidak dari dalam pada ini akan juga adalah ke karena bisa ada oleh saya mereka sudah "
            + "telah tersebut sebagai kami kita atau anda lebih bahwa seperti dapat saat hari orang menjadi namun tahun hanya secara "
            + "para ia dia kepada dua setelah bukan masih harus sangat kata"),
        ("vi",
            "và của là các có được trong cho không một người những với đã này để khi đến từ về tại cũng như ra vào năm sẽ nhiều "
            + "trên ông sau phải theo đó nhưng nước lại thì hơn tôi việc đang còn đi chỉ rất bị nếu mà hay anh"),
        ("ca",
            "l d s n m pot seu nostre molts cada any dia així tots hem vostra el la de que i els en del les un per amb una al és no "
            + "com més però va ha es són també sobre fins des ser aquest aquesta entre han ho ja tot molt perquè on quan pel dels als "
            + "seva seves li era hi està"),
        ("hr",
            "i u je se na da su za od s kako o koji ne će što iz to bi nije kao koja koje te samo ili sve bio ali nakon prema biti "
            + "godine ima već još do po više bila jer može zbog između ako kada tako oko ga mu tijekom također trebao bih sam smo"),
        ("sl",
            "smo ste kjer zato lahko njihov ta tega več zelo primeru mora dejal jo jim nas vas imate da so tudi katere svoj svoje "
            + "nova iz od do pa če bi bile bili kako kaj samo vendar in je v na se za ki z ne s po kot ni to ali še pri bil kar sem "
            + "bo med leta ima zaradi že ko o tem bila ker pred vse tako biti ter jih"),
        ("et",
            "on ei võib nende ainult see sest kuid kust üks kaks teised kes mille mis veel pärast enam nüüd oleks olema pidi sai "
            + "tuleb täna teha juurde poolt vastu ära ja et oli ta kui ka aga oma ning või seda siis mida pole juba nii ole eesti "
            + "välja aasta saab olla tema peab ma kõik meie väga enne teda üle vaid nad neid"),
        ("lv",
            "un ir ka no ar par uz tas bija to arī kas kā bet vai gada gan pēc ja viņš ne lai pie jau tā nav kad būs tikai tiek "
            + "līdz savu šo kuri var vairāk ko es viņa ļoti mēs tad šī jo starp"),
        ("lt",
            "ir kad yra į iš su tai apie kaip bet ar jis buvo už tik jo o jau dėl nuo per taip prie pat dar metų labai po ne kai "
            + "būti gali turi bus šių nėra jie jos kurie kuris savo mes aš ji iki tačiau šis arba"),
        ("sq",
            "të e në një dhe për me që nga është i se ka u do si nuk më duke kjo por ky kanë tij janë ai cilat ishte pas edhe shumë "
            + "prej vetëm kur mund ose kishte deri saj sipas ajo jam unë ndaj"),
        ("af",
            "is nie kan moet hulle die was so gaan wil jou ons ander eerste mense jaar tyd tussen baie onder hierdie daardie werk "
            + "oor by dié omdat van en in n het dat te om vir met op wat aan hy sy ook as maar word uit deur sal na ek daar of nog "
            + "tot haar toe wees se my jy gesê"),
        ("sw",
            "na ya wa kwa ni katika la za kuwa cha hiyo huo huyo baada hii yake wake kama pia alisema kwamba hivyo si bila watu "
            + "hata lakini moja ili ambao ambayo vya yao mwaka huu sana hayo zaidi kati"),
        ("ru",
            "вы вас вам нас нам мне моя мой ваш наш если чем где там тут здесь надо нужно можно очень также другие через где-то ли "
            + "же бы ни эти эта эту ему ей быть есть нет самый человек время этой свой своих и в не на что с по это как он из за но к "
            + "для от его у так она до было о все года после который только или был при мы я они ее еще уже лет может будет которые "
            + "того под когда были чтобы их меня этом"),
        ("uk",
            "і в не на що з до та за як це у від але про його для й є він після також вона року або був були бути який які яка вже "
            + "ще так лише під час україни щоб ми я ви вони із може коли їх при буде все тому цього мене дуже"),
        ("bg",
            "и на в да се за не от с е че по са до като това но при ще той си или към след беше които който което през има бяха още "
            + "му може само също й ги бе която години тя съм много ние аз ли те между така все най под"),
        ("sr",
            "и у је се на да су за од о који не ће што из то би није као која које те само или све био али након према бити године "
            + "има већ још до по више била јер може због између ако када тако око га са сам смо"),
        ("mk",
            "и на во да се за не од со е дека по до како тоа но при ќе тој си или кон беше кои кој што има биле уште му може само "
            + "исто ги која години таа сум многу ние јас ли тие меѓу така сите под овој оваа"),
        ("be",
            "на па пра каля але якая якое гэтага гэты трэба тут там чалавек беларусі беларускі дзе яму іх было быць самы больш "
            + "многа усё наш вельмі двух і ў не што з да гэта як ён за для ад яго у так жа яна усе бы года пасля які таксама толькі "
            + "ці быў пры мы я вы яны яе яшчэ ужо калі гадоў можа будзе якія таго каб мяне няма"),
        ("ar", "في من على إلى أن التي عن مع هذا هذه الذي ما لا كان بعد كما قد بين أو كانت وقال حتى قبل هو هي ذلك"),
        ("fa", "در و به از که این را با است برای آن یک می تا بر های شده خود کرد هم ها او نیز شد دارد بود هر"),
        ("ur", "کے کی میں اور ہے سے کا کو نے پر اس کہ ہیں یہ بھی تھا جو ایک کر ان وہ نہیں کیا لیے گیا"),
        ("hi", "के में की है और से को का ने पर कि एक यह हैं भी लिए इस नहीं तो कर था हो ही या वह जो गया साथ थी किया"),
        ("mr",
            "व ही हा की पण मी ला ने चा ची आम्ही करून असून केले आहेत मला तो ती आपल्या त्यांच्या काही होती नये असा करतात काय ज्या "
            + "किंवा हो जे येथे झाले या सर्व अशी तसेच म्हणून हिंदी मराठी दिवस आहे आणि ते च्या हे होते तर एक करण्यात झाली मात्र असे "
            + "यांनी केली होता नाही त्या मध्ये साठी"),
        ("ne", "छ र को मा ले पनि लाई भएको छन् थियो गरेको यो हो गर्न एक भने तथा नेपाल गर्ने"),
    ];

    // Letters that few languages of a script have.
    private static readonly (string Letters, string Languages)[] LetterLists =
    [
        ("ß", "de"), ("äöü", "de fi et hu sv tr sk"), ("ñ¿¡", "es"), ("ãõ", "pt"), ("ç", "fr pt tr ca sq"), ("œùêîëï", "fr"), ("àèìòù", "it ca"), ("å", "sv nb da"), ("æø", "nb da"),
        ("ł", "pl"), ("ąęśźżńć", "pl"), ("řěů", "cs"), ("čšž", "cs sk hr sl lv lt"), ("ľĺŕ", "sk"), ("ô", "sk fr"), ("őű", "hu"), ("ășțţş", "ro"), ("âî", "ro"), ("ğış", "tr"), ("đćčšž", "hr"),
        ("đươạảấầẩậắặẹẻếềểệỉịọỏốồổộớờởợụủứừửựỳỵỹ", "vi"), ("õ", "et"), ("āēīūķļņģ", "lv"), ("ėįųūąęčšž", "lt"), ("ë", "sq nl af"), ("öä", "fi sv de et"), ("l·", "ca"),
        ("ыэё", "ru be"), ("іїєґ", "uk"), ("ў", "be"), ("ъщ", "bg"), ("ђћњљџј", "sr"), ("ѓќѕњљџј", "mk"), ("ы", "ru be"),
        ("پچژگک", "fa"), ("ٹڈڑےہںھ", "ur"), ("ةىيكأإ", "ar"),
    ];

    // How words end in languages whose function words are few or a neighbour's.
    private static readonly (string Language, string Words)[] EndingLists =
    [
        ("fi",
            "ssa ssä sta stä lla llä lta ltä lle een iin nen set sen tta ttä vat vät mme aan ään ista istä isia uus yys ksi issa "
            + "taan tään"),
        ("et", "ste sed dud mine ult ate tud sse ide dele mist lik likult ldes"),
        ("hu", "nak nek ban ben ból ből ság ség kat ket ott ett val vel hoz hez ról ről tól től ság ként unk ünk"),
        ("nb", "ene ere sjon het jonen heten elsen erte asjon"),
        ("da", "erne tion hed ede tionen heden elsen erede nder"),
        ("sv", "arna orna erna ade tion het ning ationen heten ades igt"),
        ("de", "ung ungen keit heit lich isch chen ten ische lichen"),
        ("nl", "ijk heid lijk lijke ende ingen eren"),
        ("af", "heid like asie eer ing lik ings"),
        ("en", "ing tion ed ly ness ment ies ions ings ally"),
        ("fr", "ment tion eux aux ais ait ent ions iers elle ence ique"),
        ("es", "ción dad ado ados idad ones mente ando iendo"),
        ("pt", "ção dade ões mente ando endo eira inha ção"),
        ("it", "zione zioni ità mente ando etto ella ello ienti"),
        ("ca", "ció tat ment ions ades esa ció"),
        ("ro", "ile lor ului ții ește ează iei ul elor ilor tate ție"),
        ("pl", "ego ych ość nie emu owych owy ami rze ości cych"),
        ("cs", "ého ých ými ních ové ích ost osti ění ání ech"),
        ("sk", "ého ých ými ov ami osť osti nie ania enia ách ovať"),
        ("sl", "ega nih jem emu ost osti anja enja skega ali ami"),
        ("hr", "jem ima ama nje nja ost osti skog anja enje ati iti"),
        ("lt", "ius ais mas imas ius ams iai ose uose yti"),
        ("lv", "šanas iem ība ības ties ajā ošo"),
        ("tr", "lar ler dır dir nın nin larını lerini mak mek ması mesi arak erek ında inde"),
        ("id", "kan nya annya innya"),
        ("sq", "ve ave eve uar shme ës ët isë imi imit"),
        ("ru", "ого его ный ная ние ния ать ить тся ется ость ости ных ов ый ые ться ский"),
        ("uk", "ого ння ний ати ити ться ія ії ість ості них ський ської ів"),
        ("be", "ага ыя аць анне скі насці ння цца аў ых ць ай"),
        ("bg", "ите ата ето ния ват ния ост та ят ове ане"),
        ("sr", "ог ње ња ост ости ски ти ају има ама ње"),
        ("mk", "ите ата ето ње ања ост ски ува уваат от"),
        ("mr", "च्या ांनी ाची ाचे ासाठी मध्ये ातील ाला ांना ण्या ावर"), ("hi", "ों ें ना ता ती ते"),
    ];

    private static readonly FrozenDictionary<string, (int Language, float Weight)[]> ByEnding = WeighEndings();
    private static readonly FrozenDictionary<string, (int Language, float Weight)[]> ByWord = WeighWords();
    private static readonly FrozenDictionary<char, (int Language, float Weight)[]> ByLetter = WeighLetters();
    private static readonly FrozenSet<string> Known =
        WordLists.Select(l => l.Language).Concat(["zh", "ja", "ko", "he", "el", "th", "bn", "ta", "te", "gu", "pa", "kn", "ml", "ka", "hy", "am"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the guess can name this language (ISO 639-1); one it cannot name it takes for a neighbour.</summary>
    public static bool Knows(string language) => Known.Contains(language);

    /// <returns>ISO 639-1; null when the text is too short or lies between languages.</returns>
    public static string? Of(string text)
    {
        if (text.Length > MostCharacters)
            text = text[..MostCharacters];
        return Script(text) switch
        {
            null => null,
            { Length: 2 } sole => sole,
            _ => ByWords(text),
        };
    }

    /// <summary>A language where the script has only one of the press, "several" where it has more, null where there are no letters.</summary>
    private static string? Script(string text)
    {
        int letters = 0, kana = 0, han = 0;
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            if (c is >= '\u3040' and <= '\u30FF')
                kana++;
            else if (c is >= '\u3400' and <= '\u9FFF')
                han++;
            else if (Of(c) is { } language)
                count[language] = count.GetValueOrDefault(language) + 1;
        }

        if (letters < 3)
            return null;
        // One ideograph says as much as a word of letters.
        if (2 * (kana + han) > letters - kana - han)
            return kana * 12 > kana + han ? "ja" : "zh";
        foreach (var (language, number) in count)
        {
            if (number * 2 > letters)
                return language;
        }

        return "several";
    }

    private static string? Of(char c) => c switch
    {
        >= '\uAC00' and <= '\uD7AF' => "ko",
        >= '\u0590' and <= '\u05FF' => "he",
        >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF' => "el",
        >= '\u0E00' and <= '\u0E7F' => "th",
        >= '\u0980' and <= '\u09FF' => "bn",
        >= '\u0B80' and <= '\u0BFF' => "ta",
        >= '\u0C00' and <= '\u0C7F' => "te",
        >= '\u0A80' and <= '\u0AFF' => "gu",
        >= '\u0A00' and <= '\u0A7F' => "pa",
        >= '\u0C80' and <= '\u0CFF' => "kn",
        >= '\u0D00' and <= '\u0D7F' => "ml",
        >= '\u10A0' and <= '\u10FF' => "ka",
        >= '\u0530' and <= '\u058F' => "hy",
        >= '\u1200' and <= '\u137F' => "am",
        _ => null,
    };

    private static string? ByWords(string text)
    {
        Span<float> scores = stackalloc float[WordLists.Length];
        var lower = text.ToLowerInvariant();
        var lookup = ByWord.GetAlternateLookup<ReadOnlySpan<char>>();
        var endings = ByEnding.GetAlternateLookup<ReadOnlySpan<char>>();
        var start = -1;
        for (var i = 0; i <= lower.Length; i++)
        {
            var c = i < lower.Length ? lower[i] : ' ';
            if (ByLetter.TryGetValue(c, out var letter))
                Add(scores, letter);
            if (char.IsLetter(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
            {
                if (start < 0)
                    start = i;
            }
            else if (start >= 0)
            {
                var token = lower.AsSpan(start, i - start);
                if (lookup.TryGetValue(token, out var word))
                    Add(scores, word);
                for (var length = Math.Min(5, token.Length - 2); length >= 2; length--)
                {
                    if (endings.TryGetValue(token[^length..], out var ending))
                    {
                        Add(scores, ending);
                        break;
                    }
                }

                start = -1;
            }
        }

        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }

        var first = scores[best];
        scores[best] = 0;
        var second = scores[0];
        foreach (var score in scores)
            second = Math.Max(second, score);
        return first >= 0.35f && first > second ? WordLists[best].Language : null;
    }

    private static void Add(Span<float> scores, (int Language, float Weight)[] says)
    {
        foreach (var (language, weight) in says)
            scores[language] += weight;
    }

    /// <summary>A word that several languages have says the less for each.</summary>
    private static FrozenDictionary<string, (int Language, float Weight)[]> WeighWords() =>
        WordLists.SelectMany((list, at) => list.Words.Split(' ').Distinct().Select(word => (word, at)))
            .GroupBy(p => p.word, p => p.at, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(at => (at, 1f / MathF.Sqrt(g.Count()))).ToArray(), StringComparer.Ordinal);

    private static FrozenDictionary<string, (int Language, float Weight)[]> WeighEndings()
    {
        var index = WordLists.Select((list, at) => (list.Language, at)).ToDictionary(p => p.Language, p => p.at, StringComparer.Ordinal);
        return EndingLists.SelectMany(list => list.Words.Split(' ').Distinct().Select(ending => (ending, at: index[list.Language])))
            .GroupBy(p => p.ending, p => p.at, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(at => (at, 0.4f / MathF.Sqrt(g.Count()))).ToArray(), StringComparer.Ordinal);
    }

    private static FrozenDictionary<char, (int Language, float Weight)[]> WeighLetters()
    {
        var index = WordLists.Select((list, at) => (list.Language, at)).ToDictionary(p => p.Language, p => p.at, StringComparer.Ordinal);
        return LetterLists
            .SelectMany(l => l.Languages.Split(' ').SelectMany(language => l.Letters.Select(c => (c, at: index[language], number: l.Languages.Count(x => x == ' ') + 1))))
            .Where(p => p.c is not ('l' or '·'))
            .GroupBy(p => p.c)
            .ToFrozenDictionary(g => g.Key, g => g.GroupBy(p => p.at).Select(p => (p.Key, p.Max(x => 0.4f / x.number))).ToArray());
    }
}
