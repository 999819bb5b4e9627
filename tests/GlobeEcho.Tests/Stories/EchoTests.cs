using CsCheck;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Echoes;

namespace GlobeEcho.Tests.Stories;

public sealed class EchoTests
{
    private const string Lead =
        "The harbour of Tarvik was closed on Friday after a crane fell onto the quay and blocked the only road to the ferries. Nobody was hurt, the "
        + "port's captain told reporters, but two warehouses are damaged and a grain ship waits outside the breakwater with its cargo.";

    private const string Rest =
        "Divers are to look at the foundations of the quay before a second crane may lift the wreck. The port had planned to replace both cranes in "
        + "the autumn and had set money aside for that. Fishermen unload their catch at the old pier in the meantime, which takes twice as long.";

    private const string Reworded =
        "Tarvik's harbour has been closed since Friday, when a crane fell onto the quay and blocked the only road to the ferries. Nobody was hurt, but "
        + "two of the port's warehouses suffered. A grain ship waits outside the breakwater with its cargo while engineers argue over who shall pay.";

    private const string OwnWords =
        "Grain prices in the valley rose on Saturday because ships cannot reach Tarvik. Millers say that their stores last until Tuesday. The accident "
        + "on the quay, where a crane collapsed a day earlier, is being looked into by inspectors from the capital, who arrived by train.";

    [Fact]
    public void Same_text_with_other_furniture_is_an_exact_copy()
    {
        var echo = Compare(Lead + "\n\n" + Rest, "TARVIK (AP) - " + Lead + "\n\n" + Rest + "\n\nCopyright 2024 The Associated Press. All rights reserved.");

        Assert.Equal(EchoKind.Exact, echo?.Kind);
        Assert.True(echo?.Share > 0.95);
    }

    [Fact]
    public void Cut_text_is_syndicated_both_ways()
    {
        Assert.Equal(EchoKind.Syndicated, Compare(Lead + "\n\n" + Rest, Lead)?.Kind);
        Assert.Equal(EchoKind.Syndicated, Compare(Lead, Lead + "\n\n" + Rest)?.Kind);
    }

    [Fact]
    public void Reworded_text_is_a_light_rewrite() => Assert.Equal(EchoKind.Rewrite, Compare(Lead, Reworded)?.Kind);

    [Fact]
    public void Report_in_its_own_words_is_independent() => Assert.Null(Compare(Lead + "\n\n" + Rest, OwnWords));

    [Fact]
    public void Quoting_one_speech_is_no_copy()
    {
        const string speech =
            "\u201CWe shall open this road before the week is over, and whoever says that it cannot be done has not seen what the people of this town can do when "
            + "they are asked to do it together, by day and by night, in rain and in snow\u201D";

        Assert.Null(Compare(
            "The mayor promised quick work on Friday evening. " + speech + ", she told a crowd of about three hundred in front of the town hall of Tarvik.",
            speech + ": with these words the town's first woman at the top answered her critics. Opposition councillors left the room before she had ended."));
    }

    [Fact]
    public void Short_lines_that_share_a_phrase_are_independent() =>
        Assert.Null(Compare("Police said on Friday that nobody was hurt in the fire at the mill.", "Nobody was hurt in the fire at the brewery, police said on Friday."));

    [Fact]
    public void Print_survives_the_archive() =>
        Gen.String[0, 400].Sample(text =>
        {
            var print = EchoPrint.Of(text);
            var back = EchoPrint.FromBytes(print.ToBytes());
            return back.Kept.SequenceEqual(print.Kept) && back.Thinning == print.Thinning && EchoPrint.Compare(print, back) is var (shared, one, other) && shared == one && one == other;
        });

    [Fact]
    public void Long_text_keeps_a_bounded_print_and_still_shows_its_copy()
    {
        var words = string.Join(' ', Enumerable.Range(0, 1400).Select(i => "wort" + (i * 7919 % 1400)));
        var print = EchoPrint.Of(words);

        Assert.InRange(print.Kept.Count, 100, 256);
        Assert.Equal(EchoKind.Exact, EchoCheck.Compare(print, EchoPrint.Of("Seen first here: " + words), false)?.Kind);
    }

    [Fact]
    public void Two_chinese_copies_are_found() =>
        Assert.Equal(EchoKind.Exact, Compare("塔尔维克港周五因起重机倒塌而关闭，通往渡轮的唯一道路被阻断，没有人员受伤。", "【快讯】塔尔维克港周五因起重机倒塌而关闭，通往渡轮的唯一道路被阻断，没有人员受伤。")?.Kind);

    [Theory]
    [InlineData("LISBON, May 24 (Reuters) - The government fell on Friday.", "Reuters")]
    [InlineData("RAMALLAH, West Bank (AP) — A court sat on Monday.", "AP")]
    [InlineData("Hamburg (dpa) - Der Senat tagte am Freitag.", "dpa")]
    [InlineData("The court sat on Monday.\n\nCopyright 2024 The Associated Press. All rights reserved.", "AP")]
    [InlineData("The court sat on Monday. Nobody spoke. © AFP", "AFP")]
    [InlineData("The minister told Reuters that he would stay. He did not say for how long.", null)]
    [InlineData("The party (PA) won three seats in the house. It had had two.", null)]
    public void Agency_is_read_from_where_it_signs(string text, string? agency) => Assert.Equal(agency, AgencyCredit.Of(text, []));

    [Fact]
    public void Agency_in_the_byline_is_the_writer() => Assert.Equal("AFP", AgencyCredit.Of("The court sat on Monday.", ["Agence France-Presse"]));

    [Fact]
    public void Echo_is_of_the_nearest_earlier_telling_and_chains_lead_to_the_original()
    {
        var echoes = EchoBook.Of([Entry(1, Lead), Entry(2, OwnWords), Entry(3, Lead + "\n\n" + Rest), Entry(4, Lead + "\n\n" + Rest), Entry(5, Reworded)]);

        Assert.Equal([3L, 4L, 5L], echoes.Keys.Select(a => a.Value).Order());
        Assert.Equal((1L, EchoKind.Syndicated), (echoes[new ArticleId(3)].Of.Value, echoes[new ArticleId(3)].Kind));
        Assert.Equal((3L, EchoKind.Exact), (echoes[new ArticleId(4)].Of.Value, echoes[new ArticleId(4)].Kind));
        Assert.Equal(new ArticleId(1), EchoBook.Original(new ArticleId(4), echoes));
    }

    [Fact]
    public void Copies_of_one_text_are_one_voice()
    {
        var copies = Enumerable.Range(2, 4).Select(i => Telling(i, i, new Echo(new ArticleId(1), EchoKind.Exact, 1)));

        Assert.Equal(1, Voices.Count([Telling(1, 1), .. copies]));
        Assert.Equal(2, Voices.Count([Telling(1, 1), .. copies, Telling(9, 9)]));
    }

    [Fact]
    public void Publisher_with_a_text_of_its_own_is_a_voice_whatever_else_it_copies() =>
        Assert.Equal(2, Voices.Count([Telling(1, 1), Telling(2, 2, new Echo(new ArticleId(1), EchoKind.Exact, 1)), Telling(3, 2)]));

    [Fact]
    public void Two_reports_of_one_agency_are_one_voice_in_whatever_papers() =>
        Assert.Equal(2, Voices.Count([Telling(1, 1, null, "AP"), Telling(2, 2, null, "AP"), Telling(3, 3, null, "Reuters")]));

    [Fact]
    public void Copy_whose_original_is_not_shown_stands_for_it() =>
        Assert.Equal(1, Voices.Count([Telling(2, 2, new Echo(new ArticleId(1), EchoKind.Exact, 1)), Telling(3, 3, new Echo(new ArticleId(1), EchoKind.Exact, 1))]));

    private static (EchoKind Kind, double Share)? Compare(string one, string other) => EchoCheck.Compare(EchoPrint.Of(one), EchoPrint.Of(other), sameAgency: false);

    private static EchoEntry Entry(long article, string text) => new(new ArticleId(article), EchoPrint.Of(text), null);

    private static Telling Telling(long article, long publisher, Echo? echo = null, string? agency = null) => new(
        new ArticleId(article), new StoryId(1), new PublisherId(publisher), Wire.Morning.AddMinutes(article), Wire.Morning.AddMinutes(article), 1, "", echo, agency);
}
