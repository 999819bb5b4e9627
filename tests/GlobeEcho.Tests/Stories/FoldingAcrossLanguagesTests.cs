using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Tests.Stories;

/// <summary>Twelve invented events, each told five times, in nine languages.</summary>
public sealed class FoldingAcrossLanguagesTests
{
    // Event | language | headline | lead.
    private const string News = """
        1|en|Ferry Solvind runs aground off Tarvik with 212 aboard|The Norwegian coastguard brought 212 passengers ashore near Tarvik on 24 May, Captain Jonas Brekke said.
        1|fr|Norvège : le ferry Solvind s'échoue près de Tarvik|Les 212 passagers ont été évacués le 24 mai, selon le capitaine Jonas Brekke.
        1|de|Fähre Solvind läuft vor Tarvik auf Grund|Norwegens Küstenwache holte am 24. Mai 212 Menschen von Bord; Kapitän Jonas Brekke meldete einen Ruderschaden.
        1|es|El ferry Solvind encalla frente a Tarvik, en Noruega|Los 212 pasajeros fueron evacuados el 24 de mayo, informó el capitán Jonas Brekke.
        1|ru|Паром «Солвинд» сел на мель у Тарвика|В Норвегии 24 мая эвакуировали 212 пассажиров, сообщил капитан Йонас Брекке.
        2|en|Quake of magnitude 6.3 near Herat kills 41|The earthquake struck western Afghanistan before dawn; Governor Latif Sarwari said 41 people died in Herat.
        2|de|Beben der Stärke 6,3 bei Herat: 41 Tote|In Afghanistan starben 41 Menschen, sagte Gouverneur Latif Sarwari in Herat.
        2|it|Terremoto a Herat, 41 morti|La scossa di magnitudo 6.3 ha colpito l'Afghanistan; il governatore Latif Sarwari parla di 41 vittime a Herat.
        2|ar|زلزال يضرب هرات في أفغانستان ويقتل 41|قال الحاكم لطيف سروري إن 41 شخصا قتلوا في هرات في زلزال بقوة 6.3.
        2|pt|Sismo de magnitude 6.3 mata 41 em Herat|O governador Latif Sarwari disse que 41 pessoas morreram em Herat, no Afeganistão.
        3|en|Lukashenko and Putin open drills near Minsk|Alexander Lukashenko met Vladimir Putin in Minsk on 23 May to watch nuclear drills in Belarus.
        3|fr|Loukachenko et Poutine lancent des manoeuvres près de Minsk|Alexandre Loukachenko a reçu Vladimir Poutine le 23 mai à Minsk, en Biélorussie.
        3|de|Lukaschenko und Putin beobachten Manöver bei Minsk|Alexander Lukaschenko empfing Wladimir Putin am 23. Mai in Minsk, der Hauptstadt von Belarus.
        3|ru|Лукашенко и Путин начали учения под Минском|Александр Лукашенко встретил Владимира Путина в Минске 23 мая; учения идут в Белоруссии.
        3|zh|卢卡申科与普京在明斯克观看演习|5月23日,白俄罗斯总统卢卡申科在明斯克会见俄罗斯总统普京。
        4|en|Velmora central bank lifts rate to 4.75 per cent|Governor Ilse Hartog raised the key rate of Velmora to 4.75 per cent, the third step this year.
        4|es|El banco central de Velmora sube el tipo al 4.75|La gobernadora Ilse Hartog elevó el tipo de Velmora al 4.75 por ciento.
        4|pt|Banco central de Velmora eleva juros para 4.75|A presidente Ilse Hartog subiu os juros de Velmora para 4.75 por cento.
        4|it|Velmora, la banca centrale alza i tassi al 4.75|La governatrice Ilse Hartog porta i tassi di Velmora al 4.75 per cento.
        4|de|Zentralbank von Velmora hebt Leitzins auf 4.75 Prozent|Präsidentin Ilse Hartog erhöhte den Zins in Velmora auf 4.75 Prozent.
        5|en|Chile mine collapse traps 33 near Copiapo|Rescuers in Chile drill for 33 miners after the Esperanza mine near Copiapo collapsed, minister Rodrigo Salvo said.
        5|es|Derrumbe atrapa a 33 mineros cerca de Copiapó|La mina Esperanza, en Chile, se derrumbó con 33 mineros dentro, dijo el ministro Rodrigo Salvo.
        5|fr|Chili : 33 mineurs bloqués près de Copiapo|La mine Esperanza s'est effondrée sur 33 mineurs, selon le ministre Rodrigo Salvo.
        5|zh|智利矿难33人被困|智利埃斯佩兰萨矿坍塌,33名矿工被困。
        5|pt|Desabamento prende 33 mineiros perto de Copiapó|A mina Esperanza, no Chile, desabou com 33 mineiros, disse o ministro Rodrigo Salvo.
        6|en|Marchetti wins Giro stage at Bolzano|Italian rider Paolo Marchetti won stage 17 of the Giro into Bolzano, ahead of Tomas Lindqvist.
        6|it|Giro, Marchetti vince a Bolzano|Paolo Marchetti conquista la tappa 17 davanti a Tomas Lindqvist a Bolzano.
        6|fr|Giro : Marchetti s'impose à Bolzano|L'Italien Paolo Marchetti remporte l'étape 17 devant Tomas Lindqvist.
        6|de|Marchetti gewinnt Giro-Etappe in Bolzano|Der Italiener Paolo Marchetti gewann die Etappe 17 vor Tomas Lindqvist.
        6|es|Marchetti gana la etapa del Giro en Bolzano|El italiano Paolo Marchetti ganó la etapa 17 ante Tomas Lindqvist.
        7|en|Cairo court jails editor Hana Mansour for 3 years|A court in Cairo sentenced Hana Mansour, editor of Al Nahda, to 3 years; Egypt's lawyers will appeal.
        7|ar|محكمة في القاهرة تحكم بسجن هناء منصور|حكمت محكمة في القاهرة على هناء منصور رئيسة تحرير النهضة بالسجن 3 سنوات في مصر.
        7|fr|Le Caire : Hana Mansour condamnée à 3 ans|La rédactrice d'Al Nahda, Hana Mansour, a été condamnée en Egypte à 3 ans de prison.
        7|de|Gericht in Kairo verurteilt Hana Mansour|Die Chefredakteurin von Al Nahda, Hana Mansour, muss in Ägypten 3 Jahre ins Gefängnis.
        7|en|Editor of Al Nahda jailed in Egypt|Hana Mansour was given 3 years by a Cairo court for reports on prices.
        8|en|Tokyo and Seoul sign chip pact|Japan and South Korea signed a pact on chips worth $12 billion in Tokyo; ministers Kenji Morita and Park Jin-woo shook hands.
        8|zh|日本与韩国在东京签署芯片协议|日本与韩国6月3日在东京签署价值120亿美元的芯片协议。
        8|fr|Tokyo et Séoul signent un accord sur les puces|Kenji Morita et Park Jin-woo ont signé à Tokyo un accord entre le Japon et la Corée du Sud.
        8|es|Tokio y Seúl firman un pacto de chips|Kenji Morita y Park Jin-woo firmaron en Tokio un pacto entre Japón y Corea del Sur.
        8|ru|Токио и Сеул подписали соглашение о чипах|Кэндзи Морита и Пак Чин-у подписали в Токио соглашение Японии и Южной Кореи.
        9|en|Floods in Porto Alegre force 9,500 from homes|Mayor Sergio Tavares said 9,500 people left their homes in Porto Alegre as the Guaiba rose, in southern Brazil.
        9|pt|Cheia do Guaíba tira 9500 de casa em Porto Alegre|O prefeito Sergio Tavares disse que 9500 pessoas deixaram suas casas em Porto Alegre.
        9|es|Inundaciones en Porto Alegre dejan 9500 evacuados|El alcalde Sergio Tavares cifró en 9500 los evacuados por la crecida del Guaíba en Brasil.
        9|de|Hochwasser in Porto Alegre: 9500 müssen ihre Häuser verlassen|Bürgermeister Sergio Tavares meldete 9500 Evakuierte; der Guaíba in Brasilien steigt weiter.
        9|it|Porto Alegre, 9500 sfollati per la piena del Guaiba|Il sindaco Sergio Tavares parla di 9500 sfollati nel sud del Brasile.
        10|en|Strike stops trains across Netherlands|Drivers of the union Spoorbond halted trains in the Netherlands on 11 June; chair Femke Jansma wants 6 per cent.
        10|de|Streik legt Züge in den Niederlanden lahm|Die Gewerkschaft Spoorbond fordert 6 Prozent, sagte Femke Jansma; am 11. Juni fuhr kein Zug.
        10|fr|Pays-Bas : la grève du Spoorbond arrête les trains|Femke Jansma réclame 6 pour cent ; aucun train n'a roulé le 11 juin.
        10|en|Dutch train drivers strike for more pay|Femke Jansma of Spoorbond said no train would run on 11 June.
        10|it|Olanda, sciopero dei treni|Il sindacato Spoorbond di Femke Jansma chiede il 6 per cento; treni fermi l'11 giugno.
        11|en|Probe Kestrel lands on asteroid Ryla|The European probe Kestrel touched down on the asteroid Ryla, flight director Anneli Korhonen said in Darmstadt.
        11|de|Sonde Kestrel landet auf Asteroid Ryla|Flugdirektorin Anneli Korhonen meldete in Darmstadt die Landung der Sonde Kestrel auf Ryla.
        11|fr|La sonde Kestrel se pose sur l'astéroïde Ryla|La directrice de vol Anneli Korhonen a confirmé à Darmstadt l'atterrissage de Kestrel.
        11|es|La sonda Kestrel aterriza en el asteroide Ryla|Anneli Korhonen confirmó en Darmstadt el aterrizaje de Kestrel en Ryla.
        11|ru|Зонд «Кестрел» сел на астероид Рила|Аннели Корхонен подтвердила в Дармштадте посадку зонда Кестрел.
        12|en|Iran frees tanker Astra Maris after 40 days|Tehran released the tanker Astra Maris and its 23 crew from Bandar Abbas, owner Stelios Kanaris said in Athens.
        12|ar|إيران تفرج عن الناقلة أسترا ماريس|أفرجت طهران عن الناقلة أسترا ماريس وطاقمها وعددهم 23 من بندر عباس بعد 40 يوما.
        12|fr|L'Iran libère le pétrolier Astra Maris|Le navire Astra Maris et ses 23 marins ont quitté Bandar Abbas, selon l'armateur Stelios Kanaris.
        12|it|L'Iran rilascia la petroliera Astra Maris|La nave Astra Maris e i suoi 23 marinai hanno lasciato Bandar Abbas, dice l'armatore Stelios Kanaris.
        12|zh|伊朗释放油轮|德黑兰释放了被扣40天的油轮及23名船员,船东在雅典说。
        """;

    [Fact]
    public void Tellings_in_nine_languages_mostly_meet_and_hardly_ever_mix()
    {
        var news = News.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(n => n.Split('|')).ToList();
        Assert.Equal((60, 12, 9), (news.Count, news.Select(n => n[0]).Distinct().Count(), news.Select(n => n[1]).Distinct().Count()));
        var order = Enumerable.Range(0, news.Count).ToArray();
        new Random(7).Shuffle(order);

        var (precision, recall) = BCubed(news, order);

        TestContext.Current.TestOutputHelper?.WriteLine($"B-cubed precision {precision:0.000}, recall {recall:0.000}");
        Assert.True(precision >= 0.99, $"precision {precision:0.000}");
        Assert.True(recall >= 0.83, $"recall {recall:0.000}");
    }

    private static (double Precision, double Recall) BCubed(List<string[]> news, int[] order)
    {
        var folding = new StoryFolding(TimeSpan.FromDays(7), 1000);
        var said = new long[news.Count];
        for (var i = 0; i < order.Length; i++)
        {
            var row = news[order[i]];
            var decision = folding.Fold(new FoldInput(order[i], row[2], row[3], row[1], Wire.Morning.AddMinutes(20 * i)), i + 1);
            said[order[i]] = decision.Story;
            foreach (var merged in decision is FoldDecision.Joined joined ? joined.Merged : [])
                said = [.. said.Select(s => s == merged ? decision.Whole : s)];
            foreach (var key in decision.Parted?.Articles ?? [])
                said[key] = decision.Parted!.NewStory;
        }

        double precision = 0, recall = 0;
        for (var i = 0; i < news.Count; i++)
        {
            double Both() => Enumerable.Range(0, news.Count).Count(j => said[j] == said[i] && news[j][0] == news[i][0]);
            precision += Both() / said.Count(s => s == said[i]) / news.Count;
            recall += Both() / news.Count(n => n[0] == news[i][0]) / news.Count;
        }

        return (precision, recall);
    }
}
