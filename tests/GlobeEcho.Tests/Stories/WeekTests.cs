using System.Globalization;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Changes;

namespace GlobeEcho.Tests.Stories;

/// <summary>A week of invented news through the real desks on a clock of its own: what a story is on Monday it is on Sunday.</summary>
public sealed class WeekTests
{
    private const int Dam = 0;
    private const int Ferry = 1;
    private const int Vote = 2;
    private const int Inquiry = 3;

    // Day, hour, publisher, event, and what it says; "=" repeats the telling of that event before it, word for word.
    private static readonly (double Hour, string Publisher, int Event, string Headline, string Text)[] Tellings =
    [
        (6, "Valley Post", Dam, "Dam above Orlen leaks, valley told to leave",
            "The Kestrel dam above Orlen began to leak before dawn on Monday and the mayor, Sanna Virtala, told eleven thousand people of the valley to leave. Sirens ran for an hour. Buses take the old to schools in Hultby."),
        (6.7, "Hultby Courier", Dam, "Thousands leave Orlen below the leaking Kestrel dam",
            "Schools in Hultby filled with families from Orlen after water came through the wall of the Kestrel dam. Sanna Virtala, the mayor, went from door to door. The dam's owner, Norrkraft, has lowered the lake by a hand's breadth."),
        (7.5, "Morning Line", Dam, "=", "="),
        (8.5, "The Beacon", Dam, "Norrkraft knew of cracks in the Kestrel dam, engineer says",
            "An engineer of Norrkraft wrote in March of cracks in the Kestrel dam above Orlen, two people who saw the letter told this paper. The owner calls the letter a routine note. Mayor Sanna Virtala asks to see it."),
        (9, "Coast Radio", Ferry, "Ferry Solvind aground off Tarvik, all 212 safe",
            "The ferry Solvind ran aground off Tarvik on Monday morning with 212 people aboard, and all are safe. Captain Jonas Brekke said that the rudder had failed. Rescue boats brought the passengers to the quay of Tarvik."),
        (10, "Harbour Gazette", Ferry, "Rudder failed, captain of stranded Solvind says",
            "Jonas Brekke, captain of the ferry Solvind, told the coastguard that his rudder had failed before the ship met the rocks off Tarvik. The 212 passengers were brought ashore in six hours. Divers look at the hull today."),
        (12, "Valley Post", Dam, "Lake behind the Kestrel dam falls, Orlen waits",
            "The lake behind the Kestrel dam above Orlen fell by a metre on Monday, Norrkraft said, and the leak has become smaller. Nobody may return to Orlen before Wednesday, mayor Sanna Virtala said in Hultby."),
        (31, "Hultby Courier", Dam, "Army pumps water from the Kestrel lake above Orlen",
            "Soldiers with forty pumps drew water from the Kestrel lake above Orlen on Tuesday to take weight off the dam. Sanna Virtala thanked them. Norrkraft said the repair would take a month and cost 30 million crowns."),
        (33, "The Beacon", Dam, "=", "="),
        (56, "Valley Post", Dam, "First families return to Orlen below the mended dam",
            "The first families came home to Orlen on Wednesday after engineers had closed the leak in the Kestrel dam for now. Sanna Virtala rang the bell of the church. Norrkraft pays for the nights in Hultby."),
        (78, "The Beacon", Dam, "Letter on cracks in Kestrel dam is published",
            "The letter about cracks in the Kestrel dam that a Norrkraft engineer wrote in March was read in parliament on Thursday. It asks for a repair before summer. Orlen's mayor, Sanna Virtala, wants the owner in court."),
        (79, "Morning Line", Vote, "Velmora votes on Sunday, Hartog ahead by a point",
            "Velmora elects its president on Sunday and Ilse Hartog leads Pavel Dostal by one point in the last survey. Both spoke in the square of Velmora's old town. The count begins at eight in the evening."),
        (100, "Hultby Courier", Dam, "Norrkraft's head resigns over the Kestrel dam",
            "The head of Norrkraft, Arvid Lund, resigned on Friday over the Kestrel dam, whose leak emptied Orlen for two days. Sanna Virtala called it late. The board looks for a successor."),
        (126, "Valley Post", Dam, "Orlen marks a dry Saturday under the Kestrel dam",
            "People of Orlen walked up to the Kestrel dam on Saturday and left candles on the wall. Sanna Virtala spoke without notes. Norrkraft, which owns the dam, sent nobody."),
        (127, "Coast Radio", Inquiry, "Court in Bergfjord opens case against skipper Brekke",
            "A court in Bergfjord opened a case on Saturday that turns on maintenance papers. The judge, Tove Aas, named three dates in autumn and asked the yard for its invoices."),
        (157, "Morning Line", Vote, "Hartog wins presidency of Velmora",
            "Ilse Hartog won the presidency of Velmora on Sunday with 51 per cent of the votes, ahead of Pavel Dostal. He called to wish her luck. The turnout in Velmora was the highest for twenty years."),
        (157.5, "Valley Post", Vote, "Velmora elects Ilse Hartog president by a hair",
            "By two points Velmora made Ilse Hartog its president on Sunday; Pavel Dostal conceded before midnight. In the old town of Velmora people danced. She takes office in June."),
        (158, "Hultby Courier", Vote, "Dostal concedes, Hartog is Velmora's president",
            "Pavel Dostal conceded the election in Velmora on Sunday night, and Ilse Hartog thanked him in her first speech as president to be. Surveys had seen the two of Velmora level for weeks."),
    ];

    private static readonly DateTimeOffset Monday = new(2024, 5, 20, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Week_keeps_ids_phases_redirects_and_is_the_same_with_a_restart_after_every_pass()
    {
        var whole = await LiveAsync(restarts: false);
        var restarted = await LiveAsync(restarts: true);

        Assert.Equal(whole, restarted);
    }

    // Returns what the archive says at the end, and every phase that was seen on the way.
    private static async Task<IReadOnlyList<string>> LiveAsync(bool restarts)
    {
        using var room = new StoryRoom(Monday);
        var said = new List<string>();
        var articles = new List<(ArticleId Article, int Event)>();
        var texts = new Dictionary<int, (string, string)>();
        foreach (var (hour, publisher, which, headline, text) in Tellings)
        {
            room.Clock.SetUtcNow(Monday.AddHours(hour));
            var news = headline == "=" ? texts[which] : (headline, text);
            texts[which] = news;
            articles.Add((await room.AddAsync(publisher, news), which));
            await PassAsync(room);
            if (restarts)
                room.Restart();
            if (publisher == "Coast Radio" && which == Inquiry)
                await MergeAsync(room, articles);
            var phases = await PhasesAsync(room);
            said.Add(string.Create(CultureInfo.InvariantCulture, $"{hour}: {string.Join(' ', phases)}"));
            await StoriesStayTogetherAsync(room, articles);
        }

        await RightAsync(room, articles, said);
        foreach (var story in await room.Desk.RecentAsync(DateTimeOffset.UnixEpoch, 100, Cancel))
        {
            said.Add($"{story}");
            said.AddRange((await room.TellingsAsync(story.Id.Value)).Select(t => $"{t}"));
        }

        return said;
    }

    private static async Task PassAsync(StoryRoom room)
    {
        await room.FoldAsync();
        await room.Digests.WriteAsync(null, Cancel);
        await room.Editions.MakeUpAsync(Cancel);
    }

    // The case against the skipper belongs to the ferry: its words do not show it, an editor knows it.
    private static async Task MergeAsync(StoryRoom room, List<(ArticleId Article, int Event)> articles)
    {
        var (ferry, inquiry) = (await StoryAsync(room, articles, Ferry), await StoryAsync(room, articles, Inquiry));
        Assert.NotEqual(ferry, inquiry);
        Assert.IsType<ChangeResult.Made>(await room.Desk.MergeAsync(inquiry, ferry, "the skipper of the Solvind", Cancel));
        Assert.Equal(ferry, (await room.Desk.FindAsync(inquiry, Cancel))!.Id);
    }

    private static async Task StoriesStayTogetherAsync(StoryRoom room, List<(ArticleId Article, int Event)> articles)
    {
        var stories = await room.Desk.StoriesOfAsync(articles.Select(a => a.Article).ToList(), Cancel);
        foreach (var told in articles.GroupBy(a => a.Event))
            Assert.Single(told.Select(a => stories[a.Article]).Distinct());
    }

    private static async Task RightAsync(StoryRoom room, List<(ArticleId Article, int Event)> articles, List<string> said)
    {
        var dam = await StoryAsync(room, articles, Dam);
        Assert.Equal((1L, 2L, 3L), (dam.Value, (await StoryAsync(room, articles, Ferry)).Value, (await StoryAsync(room, articles, Vote)).Value));
        Assert.Equal(new StoryId(2), await StoryAsync(room, articles, Inquiry));
        Assert.Equal(2, (await room.StoryAsync(4)).Id.Value);

        string At(double hour) => said.Single(s => s.StartsWith(hour.ToString(CultureInfo.InvariantCulture) + ":", StringComparison.Ordinal));
        Assert.Contains("1=Breaking", At(8.5), StringComparison.Ordinal);
        Assert.Contains("1=Developing", At(12), StringComparison.Ordinal);
        Assert.Contains("1=Continuing", At(56), StringComparison.Ordinal);
        Assert.Contains("2=Ended", At(31), StringComparison.Ordinal);
        Assert.Contains("1=Continuing", At(126), StringComparison.Ordinal);
        // It was ended on Monday; the court on Saturday opened it again.
        Assert.Contains("2=Continuing", At(127), StringComparison.Ordinal);
        Assert.Contains("3=Breaking", At(158), StringComparison.Ordinal);

        var tellings = await room.TellingsAsync(1);
        Assert.Equal(2, tellings.Count(t => t.Echo is not null));
        var days = Chapters.Of(tellings.Select(t => (t, $"{t.Article.Value}", (string?)"en")), TimeZoneInfo.Utc, "en");
        Assert.Equal(Enumerable.Range(20, 6), days.Select(d => d.Day.Day));
        var story = await room.StoryAsync(1);
        Assert.Equal((11, 4, 3), (story.TellingCount, story.PublisherCount, story.VoiceCount));
        Assert.Contains((await room.Editions.LatestAsync(Cancel))!.Placements, p => p is { Story.Value: 3, Rank: 0 });
    }

    private static async Task<StoryId> StoryAsync(StoryRoom room, List<(ArticleId Article, int Event)> articles, int which) =>
        await room.StoryOfAsync(articles.First(a => a.Event == which).Article);

    private static async Task<IEnumerable<string>> PhasesAsync(StoryRoom room)
    {
        var stories = await room.Desk.RecentAsync(DateTimeOffset.UnixEpoch, 100, Cancel);
        var tellings = (await room.Desk.TellingsAsync(stories.Select(s => s.Id).ToList(), Cancel)).ToLookup(t => t.Story);
        return stories.OrderBy(s => s.Id.Value).Select(s => $"{s.Id.Value}={StoryRhythm.PhaseAt(tellings[s.Id].ToList(), room.Clock.GetUtcNow())}");
    }
}
