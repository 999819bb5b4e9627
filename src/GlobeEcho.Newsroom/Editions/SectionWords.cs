using System.Collections.Frozen;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Editions;

/// <summary>Words that show a section: those publishers name theirs by, and those its stories are told in. English, French, German, Spanish.</summary>
internal static class SectionWords
{
    public static readonly int Count = Enum.GetValues<Section>().Length;

    /// <summary>Folded words of a publisher's section name.</summary>
    public static readonly FrozenDictionary<string, Section> Said = Build(
        (Section.Europe, "europe europa european eu"),
        (Section.MiddleEast, "mideast nahost"),
        (Section.Africa, "africa afrique afrika african africana"),
        (Section.Asia, "asia asie asien asian"),
        (Section.Pacific, "pacific pacifique pazifik oceania oceanie"),
        (Section.Americas, "americas amerique amerika latin"),
        (Section.Business,
            "business economy economics economie eco wirtschaft economia finance finances finanzen markets marches borse bourse money companies "
            + "entreprises unternehmen konjunktur negocios mercados trade"),
        (Section.Science,
            "science sciences wissenschaft wissen ciencia technology technologie tech technik tecnologia digital netzwelt health sante gesundheit "
            + "salud environment environnement umwelt climate climat klima space espace weltraum medicine planete"),
        (Section.Culture,
            "culture kultur cultura arts art entertainment books livres bucher music musique musik film films cinema kino television theatre theater "
            + "feuilleton lifestyle celebrity people fashion mode"),
        (Section.Sport, "sport sports sportif deportes deporte football soccer fussball futbol tennis rugby cricket golf cyclisme basketball nba nfl f1 olympics"));

    /// <summary>Folded words of headlines and leads; the weight says how plainly.</summary>
    public static readonly FrozenDictionary<string, (Section Section, double Weight)> Subjects = Weigh(
        (Section.Business, 1.5,
            "shares stocks nasdaq dow ftse dax nikkei earnings revenue profit profits quarterly investors shareholders dividend ipo merger takeover "
            + "inflation aktien gewinn umsatz anleger quartal inflationsrate bourse benefice actionnaires chiffre acciones beneficios bonds yields "
            + "economists recession gdp bip pib"),
        (Section.Business, 0.8,
            "bank banks market markets company firm retailer automaker billion milliarden milliards rates economy wirtschaft economie prices sales jobs "
            + "unemployment tariffs oil opec startup ceo chief workers factory unternehmen konzern entreprise empresa zentralbank growth"),
        (Section.Science, 1.5,
            "scientists researchers study nasa astronomers physicists biologists telescope spacecraft asteroid galaxy genome vaccine fossil species "
            + "forscher wissenschaftler studie chercheurs etude scientifiques cientificos estudio astronauts rocket satellite mars moon lunar esa "
            + "telescope quantum archaeologists dinosaur meteor comet"),
        (Section.Science, 0.8,
            "research climate virus disease cancer health patients drug doctors technology ai software artificial intelligence laboratory planet orbit "
            + "space environment emissions warming klimawandel climat maladie krankheit"),
        (Section.Culture, 1.5,
            "film films movie actor actress singer album concert novel author museum gallery exhibition festival cannes oscar oscars grammy hollywood "
            + "director cinema painter orchestra opera netflix premiere sanger schauspieler schauspielerin regisseur ausstellung roman chanteur chanteuse "
            + "acteur actrice realisateur exposition pelicula cantante comedian celebrity bestseller"),
        (Section.Culture, 0.8, "music book books art artist theatre theater show series fashion musik kunst musique livre star fans"),
        (Section.Sport, 1.5,
            "goalkeeper striker midfielder coach quarterback touchdown league championship championships tournament semifinal semifinals quarterfinal "
            + "uefa fifa nba nfl mlb nhl olympic olympics medal medalist wimbledon grandslam grand-slam playoff playoffs innings wicket batsman bundesliga "
            + "torwart trainer spieltag tore pokal stade joueur entraineur ligue championnat tournoi finale gol entrenador liga torneo jugador "
            + "wrestling sprinter marathon cyclist formula premier-league touchdowns"),
        (Section.Sport, 0.8, "team match game games season cup player players club goal goals scored victory defeat win wins race stadium football tennis rugby cricket golf"));

    private static FrozenDictionary<string, Section> Build(params (Section Section, string Words)[] lists) =>
        lists.SelectMany(l => l.Words.Split(' ').Distinct().Select(w => (Word: w, l.Section)))
            .DistinctBy(p => p.Word).ToFrozenDictionary(p => p.Word, p => p.Section, StringComparer.Ordinal);

    private static FrozenDictionary<string, (Section Section, double Weight)> Weigh(params (Section Section, double Weight, string Words)[] lists) =>
        lists.SelectMany(l => Words.Content(l.Words).Select(w => (Word: w, Meaning: (l.Section, l.Weight))))
            .DistinctBy(p => p.Word).ToFrozenDictionary(p => p.Word, p => p.Meaning, StringComparer.Ordinal);
}
