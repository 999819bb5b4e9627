using System.Collections.Frozen;
using System.Globalization;

namespace GlobeEcho.Newsroom.Text;

/// <summary>
/// The countries a text names, by name, capital or people, whatever language it is in: names in English, French, German, Spanish, Italian
/// and Portuguese come from the system's ICU tables, capitals and peoples (English, French, German) from the table below, and names in other scripts from <see cref="OtherScripts"/>.
/// </summary>
public static class Countries
{
    private const int LongestName = 5;

    // Code | capitals | English peoples | stems of the French and German adjective. Words that mean something else in news are left out.
    private const string Table = """
        AD|andorra la vella|andorran|andorran,andorranisch
        AE|abu dhabi|emirati|emirati,emiratisch
        AF|kabul,kaboul|afghan|afghan,afghanisch
        AL|tirana|albanian|albanais,albanisch
        AM|yerevan,erevan,eriwan|armenian|armenien,armenisch
        AO|luanda|angolan|angolais,angolanisch
        AR|buenos aires|argentine,argentinian|argentin,argentinisch
        AT|vienna,vienne,wien|austrian|autrichien,osterreichisch
        AU|canberra|australian,aussie|australien,australisch
        AZ|baku,bakou|azerbaijani,azeri|azerbaidjanais,aserbaidschanisch
        BA|sarajevo|bosnian|bosnien,bosnisch
        BB|bridgetown|barbadian|
        BD|dhaka,dacca|bangladeshi|bangladais,bangladeschisch
        BE|brussels,bruxelles,brussel|belgian|belge,belgisch
        BF|ouagadougou|burkinabe|burkinabe,burkinisch
        BG|sofia|bulgarian|bulgare,bulgarisch
        BH|manama|bahraini|bahreini,bahrainisch
        BI|bujumbura,gitega|burundian|burundais,burundisch
        BJ|porto novo,cotonou|beninese|beninois,beninisch
        BN|bandar seri begawan|bruneian|
        BO|la paz,sucre|bolivian|bolivien,bolivianisch
        BR|brasilia|brazilian|bresilien,brasilianisch
        BS|nassau|bahamian|
        BT|thimphu|bhutanese|bhoutanais,bhutanisch
        BW|gaborone|motswana,batswana|
        BY|minsk|belarusian,belarussian,byelorussian|bielorusse,belarussisch,weissrussisch
        BZ|belmopan|belizean|
        CA|ottawa|canadian|canadien,kanadisch
        CD|kinshasa|congolese|congolais,kongolesisch
        CF|bangui|central african|centrafricain,zentralafrikanisch
        CG|brazzaville||
        CH|bern,berne|swiss|suisse,schweizerisch,schweizer
        CI|yamoussoukro,abidjan|ivorian|ivoirien,ivorisch
        CL|santiago de chile|chilean|chilien,chilenisch
        CM|yaounde|cameroonian|camerounais,kamerunisch
        CN|beijing,pekin,peking|chinese|chinois,chinesisch
        CO|bogota|colombian|colombien,kolumbianisch
        CR|san jose|costa rican|costaricien,costa-ricanisch
        CU|havana,la havane,havanna|cuban|cubain,kubanisch
        CV|praia|cape verdean|cap-verdien,kapverdisch
        CY|nicosia,nicosie,nikosia|cypriot|chypriote,zypriotisch,zyprisch
        CZ|prague,prag|czech|tcheque,tschechisch
        DE|berlin|german|allemand,deutsch
        DJ||djiboutian|djiboutien,dschibutisch
        DK|copenhagen,copenhague,kopenhagen|danish,dane|danois,danisch
        DO|santo domingo|dominican|dominicain,dominikanisch
        DZ|algiers,alger,algier|algerian|algerien,algerisch
        EC|quito|ecuadorian,ecuadorean|equatorien,ecuadorianisch
        EE|tallinn|estonian|estonien,estnisch
        EG|cairo,le caire,kairo|egyptian|egyptien,agyptisch
        ER|asmara|eritrean|erythreen,eritreisch
        ES|madrid|spanish,spaniard|espagnol,spanisch
        ET|addis ababa,addis abeba|ethiopian|ethiopien,athiopisch
        FI|helsinki|finnish,finn|finlandais,finnisch
        FJ|suva|fijian|fidjien,fidschianisch
        FR|paris|french,frenchman|francais,franzosisch
        GA|libreville|gabonese|gabonais,gabunisch
        GB|london,londres|british,briton|britannique,britisch
        GE|tbilisi,tbilissi,tiflis|georgian|georgien,georgisch
        GH|accra|ghanaian|ghaneen,ghanaisch
        GM|banjul|gambian|gambien,gambisch
        GN|conakry|guinean|guineen,guineisch
        GQ|malabo|equatoguinean|
        GR|athens,athenes,athen|greek|grec,grecque,griechisch
        GT|guatemala city|guatemalan|guatemalteque,guatemaltekisch
        GW|bissau||
        GY|georgetown|guyanese|guyanien,guyanisch
        HN|tegucigalpa|honduran|hondurien,honduranisch
        HR|zagreb|croatian,croat|croate,kroatisch
        HT|port au prince|haitian|haitien,haitianisch
        HU|budapest|hungarian|hongrois,ungarisch
        ID|jakarta|indonesian|indonesien,indonesisch
        IE|dublin|irish,irishman|irlandais,irisch
        IL|jerusalem,tel aviv|israeli|israelien,israelisch
        IN|new delhi,delhi|indian|indien,indisch
        IQ|baghdad,bagdad|iraqi|irakien,irakisch
        IR|tehran,teheran|iranian|iranien,iranisch
        IS|reykjavik|icelandic,icelander|islandais,islandisch
        IT|rome,rom|italian|italien,italienisch
        JM|kingston|jamaican|jamaicain,jamaikanisch
        JO|amman|jordanian|jordanien,jordanisch
        JP|tokyo,tokio|japanese|japonais,japanisch
        KE|nairobi|kenyan|kenyan,kenianisch
        KG|bishkek,bichkek,bischkek|kyrgyz|kirghize,kirgisisch
        KH|phnom penh|cambodian|cambodgien,kambodschanisch
        KP|pyongyang,pjongjang|north korean|nord-coreen,nordkoreanisch
        KR|seoul|south korean,korean|sud-coreen,sudkoreanisch
        KW|kuwait city|kuwaiti|koweitien,kuwaitisch
        KZ|astana,nur sultan|kazakh|kazakh,kasachisch
        LA|vientiane|laotian|laotien,laotisch
        LB|beirut,beyrouth|lebanese|libanais,libanesisch
        LI|vaduz||
        LK|colombo|sri lankan|sri-lankais,sri-lankisch
        LR|monrovia|liberian|liberien,liberianisch
        LS|maseru|basotho|
        LT|vilnius|lithuanian|lituanien,litauisch
        LU||luxembourger|luxembourgeois,luxemburgisch
        LV|riga|latvian|letton,lettisch
        LY|tripoli,benghazi|libyan|libyen,libysch
        MA|rabat|moroccan|marocain,marokkanisch
        MC||monegasque|monegasque,monegassisch
        MD|chisinau|moldovan|moldave,moldauisch
        ME|podgorica|montenegrin|montenegrin,montenegrinisch
        MG|antananarivo|malagasy|malgache,madagassisch
        MK|skopje|macedonian|macedonien,mazedonisch
        ML|bamako|malian|malien,malisch
        MM|naypyidaw,yangon,rangoon|burmese|birman,burmesisch
        MN|ulaanbaatar,ulan bator|mongolian|mongol,mongolisch
        MR|nouakchott|mauritanian|mauritanien,mauretanisch
        MT|valletta|maltese|maltais,maltesisch
        MU|port louis|mauritian|mauricien,mauritisch
        MV|male|maldivian|maldivien,maledivisch
        MW|lilongwe|malawian|malawien,malawisch
        MX|mexico city,ciudad de mexico|mexican|mexicain,mexikanisch
        MY|kuala lumpur|malaysian|malaisien,malaysisch
        MZ|maputo|mozambican|mozambicain,mosambikanisch
        NA|windhoek|namibian|namibien,namibisch
        NE|niamey|nigerien|nigerisch
        NG|abuja,lagos|nigerian|nigerian,nigerianisch
        NI|managua|nicaraguan|nicaraguayen,nicaraguanisch
        NL|amsterdam,the hague,la haye,den haag|dutch,dutchman|neerlandais,niederlandisch
        NO|oslo|norwegian|norvegien,norwegisch
        NP|kathmandu,katmandou|nepali,nepalese|nepalais,nepalesisch
        NZ|wellington|new zealander|neo-zelandais,neuseelandisch
        OM|muscat,mascate|omani|omanais,omanisch
        PA|panama city|panamanian|panameen,panamaisch
        PE|lima|peruvian|peruvien,peruanisch
        PG|port moresby|papuan|
        PH|manila|filipino,philippine|philippin,philippinisch
        PK|islamabad|pakistani|pakistanais,pakistanisch
        PL|warsaw,varsovie,warschau|polish|polonais,polnisch
        PS|ramallah,gaza,west bank|palestinian|palestinien,palastinensisch
        PT|lisbon,lisbonne,lissabon|portuguese|portugais,portugiesisch
        PY|asuncion|paraguayan|paraguayen,paraguayisch
        QA|doha|qatari|qatari,katarisch
        RO|bucharest,bucarest,bukarest|romanian|roumain,rumanisch
        RS|belgrade,belgrad|serbian,serb|serbe,serbisch
        RU|moscow,moscou,moskau,kremlin|russian|russe,russisch
        RW|kigali|rwandan|rwandais,ruandisch
        SA|riyadh,riyad,riad|saudi,saudi arabian|saoudien,saudisch
        SD|khartoum,khartum|sudanese|soudanais,sudanesisch
        SE|stockholm|swedish,swede|suedois,schwedisch
        SG||singaporean|singapourien,singapurisch
        SI|ljubljana|slovenian,slovene|slovene,slowenisch
        SK|bratislava|slovak|slovaque,slowakisch
        SL|freetown|sierra leonean|sierra-leonais
        SN|dakar|senegalese|senegalais,senegalesisch
        SO|mogadishu,mogadiscio,mogadischu|somali|somalien,somalisch
        SR|paramaribo|surinamese|surinamais,surinamisch
        SS|juba|south sudanese|sud-soudanais,sudsudanesisch
        SV|san salvador|salvadoran|salvadorien,salvadorianisch
        SY|damascus,damas,damaskus|syrian|syrien,syrisch
        SZ|mbabane|swazi|
        TD|n djamena|chadian|tchadien,tschadisch
        TG|lome|togolese|togolais,togolesisch
        TH|bangkok|thai|thailandais,thailandisch
        TJ|dushanbe,douchanbe,duschanbe|tajik|tadjik,tadschikisch
        TL|dili|timorese|timorais
        TM|ashgabat|turkmen|turkmene,turkmenisch
        TN|tunis|tunisian|tunisien,tunesisch
        TR|ankara|turkish|turc,turque,turkisch
        TT|port of spain|trinidadian|
        TW|taipei,taipeh|taiwanese|taiwanais,taiwanisch
        TZ|dodoma,dar es salaam|tanzanian|tanzanien,tansanisch
        UA|kyiv,kiev,kiew|ukrainian|ukrainien,ukrainisch
        UG|kampala|ugandan|ougandais,ugandisch
        US|white house,maison blanche,weisses haus|american|americain,amerikanisch
        UY|montevideo|uruguayan|uruguayen,uruguayisch
        UZ|tashkent,tachkent,taschkent|uzbek|ouzbek,usbekisch
        VA|holy see,saint siege|vatican|
        VE|caracas|venezuelan|venezuelien,venezolanisch
        VN|hanoi|vietnamese|vietnamien,vietnamesisch
        XK|pristina|kosovar|kosovar,kosovarisch
        YE|sanaa,aden|yemeni|yemenite,jemenitisch
        ZA|pretoria|south african|sud-africain,sudafrikanisch
        ZM|lusaka|zambian|zambien,sambisch
        ZW|harare|zimbabwean|zimbabween,simbabwisch
        """;

    // What newspapers write beside the tables' names.
    private const string Also =
        "US:usa,u s,u s a,america,vereinigten staaten,etats unis d amerique;GB:uk,u k,britain,great britain,grande bretagne,grossbritannien;RU:russian federation;"
        + "BY:bielorussie,weissrussland;CZ:czech republic,republique tcheque,tschechische republik;NL:holland;KR:republic of korea;TR:turkey;"
        + "AE:uae,emirates,emirats;MM:burma,birmanie,birma;CI:ivory coast,cote d ivoire;CD:dr congo,drc,rdc,democratic republic of congo;CG:congo;"
        + "SZ:swaziland;CV:cape verde;MK:macedonia,macedoine;VA:vatican,vatikan;PS:palestine,palestinian territories,gaza strip;MD:moldavia,moldavie;"
        + "SY:syria;LA:laos;BA:bosnia,bosnie,bosnien;TL:east timor";

    private static readonly string[] NameLanguages = ["en", "fr", "de", "es", "it", "pt"];

    // Names that are more often people, plain words or other towns.
    private static readonly FrozenSet<string> Doubtful =
        new[] { "male", "rom", "dane", "finn", "sucre", "kingston", "wellington", "georgetown" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] AdjectiveEnds = ["es", "s", "e", "en", "er", "em", "ne", "nes", "in", "innen"];

    private static readonly FrozenDictionary<string, string> Named = ReadNames();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> NamedLookup = Named.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, string> Adjectives = ReadAdjectives();
    private static readonly FrozenSet<string> AdjectiveStarts = Adjectives.Keys.Select(k => k[..4]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> FirstWords = Named.Keys.Select(k => k.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The code (ISO 3166 alpha-2; Kosovo XK) of every country the text names, in order, with the place.</summary>
    public static IReadOnlyList<(TextSpan Span, string Code)> Find(string text)
    {
        var words = PlainForm.Read(text);
        var found = new List<(TextSpan, string)>();
        for (var i = 0; i < words.Count; i++)
        {
            if (Match(text, words, i) is not { } match)
                continue;
            var last = i + match.Words - 1;
            found.Add((new TextSpan(words[i].Span.Start, words[last].Span.End - words[i].Span.Start), match.Code));
            i = last;
        }

        return found;
    }

    /// <summary>The longest name that begins at a word.</summary>
    internal static (string Code, int Words)? Match(string text, List<Names.Word> words, int at)
    {
        var (span, form) = words[at];
        if (form.OpensCountry && char.IsUpper(text[span.Start]))
        {
            for (var count = Math.Min(LongestName, words.Count - at); count > 1; count--)
            {
                if (words[at + count - 1].Span.End - span.Start < 48 && Name(words, at, count) is { } code)
                    return (code, count);
            }

            if (Named.TryGetValue(form.Folded, out var single))
                return (single, 1);
        }

        return form.People is { } people ? (people, 1) : OtherScripts.Match(text, words, at);
    }

    /// <summary>Whether the name of a country, or of a capital, begins with a folded word.</summary>
    internal static bool IsOpening(string folded) => FirstWords.Contains(folded);

    /// <summary>The country whose people a folded word means.</summary>
    internal static string? People(string folded)
    {
        if (folded.Length < 5 || !AdjectiveStarts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded.AsSpan(0, 4)))
            return null;
        if (Adjectives.TryGetValue(folded, out var code))
            return code;
        foreach (var end in AdjectiveEnds)
        {
            if (folded.EndsWith(end, StringComparison.Ordinal) && Adjectives.TryGetValue(folded[..^end.Length], out code))
                return code;
        }

        return null;
    }

    // The country that some words name together. What has no room here is longer than any name.
    private static string? Name(List<Names.Word> words, int at, int count)
    {
        Span<char> name = stackalloc char[80];
        var length = 0;
        for (var i = at; i < at + count; i++)
        {
            var folded = words[i].Folded;
            if (length + folded.Length >= name.Length)
                return null;
            folded.CopyTo(name[length..]);
            length += folded.Length;
            name[length++] = ' ';
        }

        return NamedLookup.TryGetValue(name[..(length - 1)], out var code) ? code : null;
    }

    private static IEnumerable<string[]> Rows() =>
        Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split('|'));

    private static FrozenDictionary<string, string> ReadNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Rows())
        {
            foreach (var name in row[1].Split(',').Concat(row[2].Split(',')).Where(n => n.Length > 0))
            {
                names[name] = row[0];
                names[name + "s"] = row[0];
            }
        }

        foreach (var entry in Also.Split(';').Select(e => e.Split(':')))
        {
            foreach (var name in entry[1].Split(','))
                names[name] = entry[0];
        }

        foreach (var row in Rows())
        {
            foreach (var language in NameLanguages)
            {
                var native = new RegionInfo($"{language}-{row[0]}").NativeName;
                names.TryAdd(string.Join(' ', Words.Spans(native).Select(s => Words.Fold(s.Of(native)))), row[0]);
            }
        }

        foreach (var doubtful in Doubtful)
            names.Remove(doubtful);
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, string> ReadAdjectives()
    {
        var adjectives = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Rows())
        {
            // A French adjective with a hyphen is two words; the country's own name is beside it.
            foreach (var stem in row[3].Split(',').Where(s => s.Length > 0 && s.Length > 3 && !s.Contains('-') && !Doubtful.Contains(s)))
                adjectives.TryAdd(stem, row[0]);
        }

        return adjectives.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
