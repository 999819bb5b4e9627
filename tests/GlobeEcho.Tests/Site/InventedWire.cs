namespace GlobeEcho.Tests.Site;

/// <summary>
/// Stories nobody ever reported, in a short form: "=" a story (section, headline), "+" a telling (publisher, day and hour, language,
/// headline, why it joined) with a sentence a line and an empty line between paragraphs, "&gt;" a paragraph of its digest: claims parted
/// by "|", each the telling.sentence it was taken from and those that support it.
/// </summary>
internal static class InventedWire
{
    public const string Text = Top + Europe + World + Rest;

    private const string Top =
        """
        = World | Ferry crews end eleven-day strike after harbour towns agree to share the night crossings
        + Harbour Gazette | 23 21:10 | en | Deal near as ferry crews and harbour towns talk past midnight | first telling
        Crews of the strait ferries and the mayors of seven harbour towns were close to an agreement late on Thursday, people in the room said.
        The strike, now in its eleventh day, has left about 40,000 islanders without a regular crossing.
        Bakers on the outer islands had begun to ration flour.

        The crews want no more than four night crossings in a week for any one sailor.
        + The Meridian | 24 01:35 | en | Strait ferry strike over, crews to sail at dawn | joined on: ferry, crews, strike
        The ferry crews of the strait ended their eleven-day strike early on Friday and said the first boat would leave Port Alder at dawn.
        Under the agreement the seven harbour towns will share the cost of a second night crew on the three longest routes.
        No sailor will work more than four night crossings a week.

        The towns will pay 2.1 million crowns a year between them, according to the text seen by this paper.
        + Courrier du Détroit | 24 02:20 | fr | Fin de la grève des traversiers, premier départ à l’aube | joined on: Port Alder, Ilse Brandt
        Les équipages des traversiers ont voté à 311 voix contre 84 la reprise du travail, a annoncé leur porte-parole Ilse Brandt.
        Le premier bateau doit quitter Port Alder à 5 h 10.
        Les villes portuaires financeront ensemble un second équipage de nuit.
        + Island Radio News | 24 04:55 | en | First boat leaves Port Alder to applause | joined on: Port Alder, ferry
        Several hundred people stood on the quay as the Guillemot left Port Alder at 05:10 with forty lorries of food and mail.
        "We were never against the islands, we are from the islands," said the crews' spokeswoman, Ilse Brandt.
        + Northern Ledger | 24 07:15 | en | Harbour towns to pay 2.1 million crowns a year for night crews | joined on: harbour towns, night crews
        The agreement that ended the ferry strike will cost the seven harbour towns 2.1 million crowns a year, the association of towns confirmed.
        The smallest of them, Saltholm, pays least and keeps a vote equal to the others.
        The arrangement runs for three years and is reviewed each spring.
        + Harbour Gazette | 24 08:30 | en | How the night crossings will be shared | joined on: ferry, night crossings
        The night crossings will be shared out by lot at the start of every month, the crews and the towns agreed.
        A sailor may swap a night but not sell it.
        + Shipping Week | 24 11:05 | en | Backlog of freight on the strait to clear by Tuesday | joined on: strait, ferry, freight
        The ferry company expects the backlog of about 1,900 lorries to clear by Tuesday if the weather holds.
        Perishable goods and medicine go first.
        + The Morning Register | 24 13:45 | en | Islanders count the cost of eleven days without a boat | joined on: islanders, ferry, strike
        Shopkeepers on the outer islands put their losses at 9 million crowns.
        Two dialysis patients had to be flown to the mainland by the coast guard during the strike, the health board said.
        The governor said that no island should again depend on a single dispute.
        + The Meridian | 24 18:20 | en | Evening boats run full as strait service returns to timetable | joined on: strait, ferry, Port Alder
        By Friday evening 14 of 16 crossings had run to the timetable, the ferry company said.
        The two missing boats are in dock for repairs that were put off during the strike.
        > 2.1 3.1 4.1 | 4.1 3.2
        > 2.2 3.3 5.1 | 2.3 1.4 | 6.1 | 5.3
        > 7.1 | 7.2
        > 8.1 | 8.2 | 1.2
        > 9.1 | 9.2
        > 4.2 | 8.3

        = Europe | River parliament votes to let the Vesna flood its old meadows
        + The Meridian | 24 10:05 | en | River parliament votes to open the Vesna dykes | first telling
        Delegates of the four countries along the Vesna voted on Friday to open the dykes on 120 kilometres of the lower river.
        The meadows behind them are to take the spring floods again for the first time since 1931.
        Farmers who give up land will be paid for thirty years.
        + Lowland Post | 24 10:40 | en | Dykes to open on lower Vesna, farmers promised thirty years of pay | joined on: Vesna, dykes
        The river parliament adopted the plan by 61 votes to 22 after a night of amendments.
        Farmers who give up land to the water will be paid a yearly sum for thirty years.
        + Courrier du Détroit | 24 11:30 | fr | La Vesna retrouvera ses prairies inondables | joined on: Vesna
        Le plan prévoit l’ouverture des digues sur 120 kilomètres d’ici à 2029.
        Les associations d’agriculteurs demandent une garantie inscrite dans la loi.
        + Danel Tageblatt | 24 12:10 | en | "We will hold them to it": farmers on the Vesna vote | joined on: Vesna, farmers
        Growers in the delta called the payments fair on paper and said they would watch whether they arrive.
        + Northern Ledger | 24 15:00 | en | What the Vesna vote means downstream | joined on: Vesna, dykes
        Engineers expect the highest floods at the river mouth to fall by about 40 centimetres.
        + Harbour Gazette | 24 16:25 | en | Ports welcome a slower Vesna | joined on: Vesna
        Pilots at the river mouth said a slower flood would keep the channel open for more days each spring.
        > 1.1 3.1 | 1.2 | 2.1
        > 2.2 1.3 | 3.2 | 4.1
        > 5.1 | 6.1

        = Asia | Lanterns go dark along the Keshar as dam engineers race the snowmelt
        + Highland Courier | 24 03:15 | en | Keshar valley told to be ready to leave | first telling
        Villages along the upper Keshar were told on Friday to be ready to leave within an hour's notice as the lake behind the Toru dam rose.
        Power to the valley was cut to spare the turbines.
        + The Morning Register | 24 06:40 | en | Dam engineers cut second channel in Keshar valley | joined on: Keshar, Toru dam
        Engineers are cutting a second channel beside the Toru dam and hope to have it open before Sunday, the water ministry said.
        The lake has risen 3.4 metres in a week.
        + Eastern Wire | 24 09:20 | en | Lake behind Toru dam rises for a seventh day | joined on: Toru dam, lake
        The level rose by a further 28 centimetres overnight, slower than on Thursday.
        Some 16,000 people live below the dam.
        + The Meridian | 24 17:05 | en | Cool night gives Keshar valley some time | joined on: Keshar
        A cool night slowed the melt and gave the valley some time, hydrologists said.
        > 1.1 | 1.2 | 2.2
        > 2.1 | 3.1 4.1 | 3.2

        = Science | Two observatories hear the same slow hum from a dead star
        + Sky & Deep | 23 14:00 | en | A dead star that hums once every 54 minutes | first telling
        Astronomers at two observatories have recorded radio pulses that return every 54 minutes from an object that should be silent.
        The source lies about 14,000 light-years away.
        It is either a neutron star that turns far too slowly or a white dwarf that shines far too loudly, the teams write.
        + The Morning Register | 23 18:30 | en | Slow pulses puzzle astronomers | joined on: pulses, neutron star
        The pulses change shape between three states, which no known star does.
        + Northern Ledger | 24 09:00 | en | What hums in the dark? | joined on: star, pulses, astronomers
        Both teams will listen again in the autumn with a third telescope.
        > 1.1 | 2.1
        > 1.3 | 3.1

        = Business | Glassmakers agree on one returnable bottle for nine countries
        + Trade & Craft | 24 08:00 | en | One bottle for nine countries | first telling
        Makers of two thirds of the region's drinking glass agreed on Friday on a single returnable bottle.
        The half-litre bottle may be filled by any member and taken back by any shop.
        + Lowland Post | 24 09:45 | en | Breweries sign up to shared bottle | joined on: bottle, glass
        Fourteen breweries have signed and three large ones have not.
        + Northern Ledger | 24 13:20 | en | A bottle that goes round | joined on: bottle, breweries
        Each bottle should make 25 trips, its designers say.
        > 1.1 | 1.2
        > 2.1 | 3.1


        """;

    private const string Europe =
        """
        = Europe | Night train between two capitals returns after nineteen years
        + Lowland Post | 24 06:10 | en | The night train is back | first telling
        The first sleeper train between the two capitals in nineteen years arrived on Friday eleven minutes early.
        All 248 berths were sold.
        + The Meridian | 24 08:20 | en | Sleeper service returns, full | joined on: sleeper, train
        The railway plans a second train from September if the sleeping cars are ready.
        > 1.1 | 1.2 | 2.1

        = Europe | Village chooses its mayor by drawing lots for the third time
        + Danel Tageblatt | 24 14:30 | en | Mayor by lot, again | first telling
        The village of Ostrow drew the name of its mayor from a jar on Friday, for the third time since 2016.
        > 1.1

        = Europe | Un phare vieux de deux siècles change de gardien
        + Courrier du Détroit | 24 12:00 | fr | Un phare vieux de deux siècles change de gardien | first telling
        La gardienne du phare de Roc-Blanc a remis ses clés vendredi après trente et un ans de service.
        Son successeur a 26 ans.

        Le phare reste habité toute l’année.
        > 1.1 | 1.2

        = Europe | Border bridge closes for repairs until autumn
        + Lowland Post | 24 17:40 | en | Border bridge closes until autumn | first telling
        The bridge at Hollen closes on Monday and is to open again in October.


        """;

    private const string World =
        """
        = World | Mapmakers agree how to draw a coast that will not stand still
        + The Morning Register | 24 05:30 | en | New rule for coasts on sea charts | first telling
        Hydrographers of 61 countries agreed on how often a moving coast has to be drawn anew.
        Charts will carry the year in which each stretch was last seen.
        + Shipping Week | 24 12:40 | en | Charts to show their age | joined on: charts, hydrographers
        Captains had asked for dates on charts since three groundings last year.
        > 1.1 | 1.2 | 2.1

        = Africa | Schools on the lake shore open an hour earlier to beat the heat
        + Lakeside Standard | 24 04:20 | en | School bells ring earlier on the lake | first telling
        Schools in five lake districts opened at half past six on Friday, an hour earlier than usual, to spare pupils the afternoon heat.
        The change holds until the rains.
        + The Meridian | 24 11:50 | en | Earlier lessons against the heat | joined on: schools, lake, heat
        Teachers' unions accepted the hours in return for a shorter Friday.
        > 1.1 | 1.2
        > 2.1

        = Africa | Weavers' cooperative wins back the name of its cloth
        + Lakeside Standard | 24 13:10 | en | Cloth name returns to weavers | first telling
        A court ruled on Friday that only cloth woven in the Tambe hills may carry the hills' name.
        > 1.1

        = Americas | Canyon town buys its own water company, one tap at a time
        + Mesa Herald | 24 16:50 | en | Residents now own their water | first telling
        Residents of Red Fork now hold 51 per cent of the company that sells them water, after four years of buying shares.
        The town council will appoint the board in July.
        + The Morning Register | 24 17:55 | en | Town buys its water company share by share | joined on: Red Fork, water, shares
        The last shares were bought with the takings of a bake sale, the mayor said.
        > 1.1 2.1 | 1.2
        > 2.1

        = Americas | Migrating swifts stop the demolition of a brick chimney
        + Mesa Herald | 24 15:15 | en | Swifts stop wrecking crew | first telling
        About 3,000 swifts that roost in an old mill chimney have put off its demolition until September.
        > 1.1

        = Pacific | Island archive asks the world for letters home
        + Island Radio News | 24 02:45 | en | Archive collects letters | first telling
        The national archive asked families abroad on Friday to send copies of letters written home before 1970.
        > 1.1


        """;

    private const string Rest =
        """
        = Pacific | Reef pilots to train on a simulator before their first night watch
        + Shipping Week | 24 10:30 | en | Simulator for reef pilots | first telling
        Pilots who guide ships through the outer reef will train for forty hours on a simulator before their first night watch.
        + Island Radio News | 24 12:15 | en | Reef pilots get a simulator | joined on: reef, pilots, simulator
        The machine stands in a former dance hall.
        > 1.1 | 2.1

        = Asia | Tea auction moves back to the hall where it began
        + Eastern Wire | 24 07:30 | en | Tea auction returns to old hall | first telling
        Brokers sold 212 lots of tea on Friday in the hall where the auction began in 1884.
        > 1.1

        = MiddleEast | Desert observatory opens its dome to school classes
        + Eastern Wire | 24 09:50 | en | Observatory opens to schools | first telling
        The desert observatory will open its dome to school classes on two nights a month.
        + Sky & Deep | 24 14:15 | en | School nights under the dome | joined on: observatory, dome, school
        The waiting list is already full until spring.
        > 1.1 | 2.1

        = Culture | Lost overture turns up in a theatre's coal cellar
        + The Morning Register | 24 11:15 | en | Overture found among coal | first telling
        A box of scores found in a theatre's coal cellar holds an overture that was thought lost in the fire of 1902.
        The orchestra will play it in June.
        + Danel Tageblatt | 24 16:05 | en | Found in the cellar: an overture | joined on: overture, theatre, cellar
        Eleven pages are scorched but legible.
        > 1.1 | 2.1 | 1.2

        = Sport | Goalkeeper, 44, saves three penalties in her last match
        + Northern Ledger | 23 21:55 | en | Three saves and goodbye | first telling
        Marta Oyelaran saved three penalties in the last match of a career of 26 seasons.
        + The Meridian | 24 00:15 | en | Oyelaran ends on a high | joined on: Oyelaran, penalties
        Her club has withdrawn the number she wore.
        > 1.1 | 2.1

        = Sport | Rowers carry their boats round a weir and still win
        + Lowland Post | 24 18:05 | en | Carried, and still first | first telling
        A crew that carried its boat round a broken weir won the river race by two lengths on Friday.
        > 1.1

        = Business | Clockmakers' town lets its factories share one furnace
        + Trade & Craft | 24 14:45 | en | One furnace for six factories | first telling
        Six clock factories will share one furnace and cut their gas by a third.
        > 1.1

        = Science | <script>alert("press")</script> & other names a beetle was given
        + Sky & Deep | 24 08:50 | en | <script>alert("press")</script> & other names a beetle was given | first telling
        A museum that let the public name a beetle received <b>hostile</b> suggestions & kept its nerve.
        > 1.1
        """;
}
