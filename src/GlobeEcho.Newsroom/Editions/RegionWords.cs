using System.Collections.Frozen;

namespace GlobeEcho.Newsroom.Editions;

/// <summary>Countries, their people and their chief cities, in English, French and German, by the section that prints them.</summary>
internal static class RegionWords
{
    // Folded; words of one name are joined by "_". Words that mean something else more often (Turkey's cities apart) are left out.
    private static readonly FrozenDictionary<string, Section> Words = Build(
        (Section.Europe,
            "britain british uk united_kingdom england english london wales welsh scotland scottish edinburgh northern_ireland belfast grossbritannien "
            + "royaume_uni britannique britisch britische londres ireland irish dublin irland irlande france french paris lyon marseille frankreich "
            + "francais francaise franzosisch franzosische macron germany german berlin munich hamburg frankfurt deutschland allemagne allemand allemande "
            + "deutsche scholz merz italy italian rome milan italien italie italienne rom meloni spain spanish madrid barcelona catalonia spanien espagne "
            + "espagnol portugal portuguese lisbon lisbonne lissabon netherlands dutch amsterdam hague niederlande pays_bas belgium belgian brussels "
            + "belgien belgique bruxelles brussel luxembourg switzerland swiss geneva zurich bern schweiz suisse geneve genf austria austrian vienna wien "
            + "osterreich autriche poland polish warsaw polen pologne warschau varsovie czech prague prag slovakia slovak bratislava hungary hungarian "
            + "budapest ungarn hongrie orban romania romanian bucharest rumanien roumanie bulgaria bulgarian sofia bulgarien greece greek athens "
            + "griechenland grece athenes cyprus nicosia zypern malta valletta croatia croatian zagreb kroatien slovenia ljubljana serbia serbian belgrade "
            + "serbien serbie bosnia sarajevo bosnien montenegro podgorica macedonia skopje albania albanian tirana kosovo pristina sweden swedish "
            + "stockholm schweden suede norway norwegian oslo norwegen norvege denmark danish copenhagen danemark danemark kopenhagen finland finnish "
            + "helsinki finnland finlande iceland reykjavik island_iceland estonia estonian tallinn latvia latvian riga lithuania lithuanian vilnius "
            + "russia russian moscow kremlin putin st_petersburg russland russe russie moscou moskau russisch russische russischer ukraine ukrainian kyiv "
            + "kiev kharkiv odesa zelensky zelenskyy ukrainisch ukrainische ukrainien selenskyj belarus belarusian minsk lukashenko weissrussland moldova "
            + "chisinau georgia_tbilisi tbilisi armenia armenian yerevan azerbaijan azerbaijani baku turkey turkish ankara istanbul erdogan turkei turquie "
            + "european_union european_commission european_parliament eu europe europa european vatican pope"),
        (Section.MiddleEast,
            "israel israeli israelis jerusalem tel_aviv netanyahu gaza hamas palestinian palestinians palestine west_bank rafah ramallah khan_younis "
            + "gazastreifen palastinenser palestinien palestiniens cisjordanie westjordanland israelien israelische israelischer lebanon lebanese beirut "
            + "hezbollah hisbollah libanon liban beyrouth syria syrian damascus aleppo idlib syrien syrie damas damaskus iraq iraqi baghdad mosul erbil "
            + "irak irakien bagdad iran iranian tehran khamenei raisi teheran iranien iranische jordan jordanian amman saudi saudis saudi_arabia riyadh "
            + "jeddah arabie_saoudite saudi_arabien yemen yemeni sanaa houthi houthis jemen huthi oman muscat emirates uae dubai abu_dhabi emirate emirats "
            + "qatar qatari doha katar kuwait bahrain manama egypt egyptian cairo sisi sinai agypten egypte kairo middle_east naher_osten proche_orient moyen_orient"),
        (Section.Africa,
            "africa african afrique africain afrika south_africa johannesburg pretoria cape_town durban ramaphosa sudafrika nigeria nigerian lagos abuja "
            + "tinubu kenya kenyan nairobi ruto ethiopia ethiopian addis_ababa tigray athiopien ethiopie sudan sudanese khartoum darfur soudan south_sudan "
            + "juba somalia somali mogadishu eritrea djibouti uganda ugandan kampala tanzania dodoma dar_es rwanda rwandan kigali kagame ruanda burundi "
            + "congo congolese kinshasa goma drc rdc kongo angola luanda zambia lusaka zimbabwe harare mozambique maputo mosambik malawi botswana gaborone "
            + "namibia windhoek lesotho eswatini madagascar antananarivo mauritius ghana ghanaian accra ivory_coast abidjan cote_ivoire senegal senegalese dakar mali "
            + "malian bamako burkina burkina_faso ouagadougou niger_niamey niamey chad_ndjamena ndjamena tschad tchad cameroon yaounde douala kamerun cameroun "
            + "gabon libreville equatorial_guinea guinea_conakry conakry sierra_leone freetown liberia monrovia gambia banjul benin cotonou togo lome "
            + "mauritania nouakchott morocco moroccan rabat casablanca marokko maroc algeria algerian algiers algerien algerie alger tunisia tunisian tunis "
            + "tunesien tunisie libya libyan tripoli benghazi libyen libye sahel african_union central_african"),
        (Section.Asia,
            "china chinese beijing shanghai xinjiang tibet xi_jinping shenzhen wuhan chine chinois chinoise pekin peking chinesisch chinesische hong_kong "
            + "hongkong macau taiwan taiwanese taipei taiwanais japan japanese tokyo osaka hiroshima kishida japon japonais tokio japanisch japanische korea "
            + "korean south_korea north_korea seoul pyongyang kim_jong nordkorea sudkorea coree mongolia ulaanbaatar india indian delhi new_delhi mumbai "
            + "kolkata chennai bengaluru kashmir modi indien inde indien pakistan pakistani islamabad karachi lahore peshawar bangladesh bangladeshi dhaka "
            + "dakka sri_lanka colombo nepal kathmandu bhutan maldives afghanistan afghan kabul taliban kandahar kaboul vietnam vietnamese hanoi saigon "
            + "thailand thai bangkok cambodia phnom_penh kambodscha laos vientiane myanmar burmese yangon rohingya birma birmanie malaysia malaysian "
            + "kuala_lumpur singapore singapur singapour indonesia indonesian jakarta bali indonesien indonesie philippines philippine filipino manila marcos "
            + "philippinen brunei kazakhstan kazakh astana almaty uzbekistan uzbek tashkent kyrgyzstan bishkek tajikistan dushanbe turkmenistan asia asian asien asie"),
        (Section.Pacific,
            "australia australian sydney melbourne canberra brisbane perth queensland albanese australien australie new_zealand auckland wellington maori "
            + "neuseeland nouvelle_zelande papua_new papua_guinea port_moresby fiji suva samoa tonga vanuatu solomon_islands honiara kiribati tuvalu nauru "
            + "palau micronesia marshall_islands new_caledonia nouvelle_caledonie noumea neukaledonien kanak tahiti polynesia pacific_islands"),
        (Section.Americas,
            "usa u_s united_states american americans washington white_house congress senate pentagon supreme_court biden trump harris new_york los_angeles "
            + "chicago texas california florida houston san_francisco boston philadelphia atlanta ohio michigan arizona pennsylvania republican republicans "
            + "democrats etats_unis americain americaine vereinigte_staaten vereinigten_staaten us_amerikanische amerikanische amerikanischer canada canadian ottawa toronto montreal "
            + "vancouver quebec trudeau carney kanada mexico mexican tijuana mexiko mexique guatemala honduras tegucigalpa el_salvador bukele nicaragua "
            + "managua costa_rica panama cuba cuban havana kuba haiti haitian port_au dominican_republic santo_domingo jamaica kingston puerto_rico "
            + "trinidad barbados bahamas colombia colombian bogota kolumbien colombie venezuela venezuelan caracas maduro ecuador quito guayaquil peru "
            + "peruvian lima bolivia la_paz brazil brazilian brasilia sao_paulo rio_de lula bolsonaro brasilien bresil brasil paraguay asuncion uruguay "
            + "montevideo argentina argentine buenos_aires milei argentinien argentine chile chilean santiago guyana suriname greenland caribbean latin_america"));

    /// <summary>The section of one folded word, or of two with a space between; null when they name no place.</summary>
    public static Section? Of(string words) => Words.TryGetValue(words, out var section) ? section : null;

    private static FrozenDictionary<string, Section> Build(params (Section Section, string Words)[] lists) =>
        lists.SelectMany(l => l.Words.Split(' ').Distinct().Select(w => (Word: w.Replace('_', ' '), l.Section)))
            .DistinctBy(p => p.Word).ToFrozenDictionary(p => p.Word, p => p.Section, StringComparer.Ordinal);
}
