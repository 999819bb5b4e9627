using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Changes;

namespace GlobeEcho.Tests.Stories;

public sealed class StoryChangesTests : IDisposable
{
    private static readonly (string Headline, string Text) Both = ("Rate rise and tram strike meet in Velmora", Wire.Bank.Text + " " + Wire.Strike.Text);

    private readonly StoryRoom _room = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Split_tellings_get_a_story_of_their_own_and_both_keep_an_address()
    {
        var (ferry, again, third) = await FerryAsync();

        var change = await MadeAsync(_room.Desk.SplitAsync(new StoryId(1), [again, third], "another ferry", Cancel));

        Assert.Equal((ChangeKind.Split, 1L, 2L, true, "another ferry"), (change.Kind, change.Story.Value, change.Other.Value, change.ByEditor, change.Why));
        Assert.Equal([ferry], (await _room.TellingsAsync(1)).Select(t => t.Article));
        Assert.Equal([again, third], (await _room.TellingsAsync(2)).Select(t => t.Article));
        Assert.Equal((1, 2), ((await _room.StoryAsync(1)).TellingCount, (await _room.StoryAsync(2)).TellingCount));
        Assert.Equal([1L, 2L], (await _room.Desk.UnwrittenAsync(10, Cancel)).Select(s => s.Id.Value));
        Assert.All(await _room.TellingsAsync(2), t => Assert.StartsWith("an editor put it here; before that: joined on: ", t.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Split_stories_are_never_joined_again_by_the_folding_not_even_after_a_restart()
    {
        await PartedPairAsync();
        for (var i = 0; i < 6; i++)
        {
            if (i == 3)
                _room.Restart();
            await _room.AddAsync("late " + i, Both);
            Assert.Equal(0, (await _room.FoldAsync()).Merged);
        }

        Assert.Equal([1L, 3L], (await AllStoriesAsync()).Select(s => s.Value).Order());
    }

    [Fact]
    public async Task Without_the_split_the_same_articles_would_have_joined_them()
    {
        await BankAndStrikeAsync();
        var merged = 0;
        for (var i = 0; i < 6; i++)
        {
            await _room.AddAsync("late " + i, Both);
            merged += (await _room.FoldAsync()).Merged;
        }

        Assert.Equal(1, merged);
        var change = Assert.Single(await _room.Desk.ChangesAsync(new StoryId(1), 10, Cancel));
        Assert.Equal((ChangeKind.Merge, false, 2L, 1L), (change.Kind, change.ByEditor, change.Story.Value, change.Other.Value));
        Assert.Contains(Both.Headline, change.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_the_folding_parts_is_kept_as_a_change_and_stays_whole_once_an_editor_takes_that_back()
    {
        for (var i = 0; i < 7; i++)
            await TellAsync(i);
        Assert.Equal([1L, 2L], (await AllStoriesAsync()).Select(s => s.Value).Order());
        await JoinUnseenAsync();
        _room.Restart();
        await TellAsync(8);

        var parting = Assert.Single(await _room.Desk.ChangesAsync(new StoryId(1), 50, Cancel));
        Assert.Equal((ChangeKind.Split, false), (parting.Kind, parting.ByEditor));
        Assert.StartsWith("parted from the story: ", parting.Why, StringComparison.Ordinal);
        Assert.Equal(parting.Articles.ToHashSet(), (await _room.TellingsAsync(parting.Other.Value)).Select(t => t.Article).ToHashSet());

        await MadeAsync(_room.Desk.UndoAsync(parting.Id, Cancel));
        _room.Restart();
        for (var i = 9; i < 40; i++)
            await TellAsync(i);
        Assert.Single(await AllStoriesAsync());
    }

    // Two ferries by turns.
    private async Task TellAsync(int number)
    {
        await _room.AddAsync("paper " + number, number % 2 == 0 ? Wire.Ferry : Wire.FerryElsewhere);
        await _room.FoldAsync();
    }

    // As if the folding had once taken the two for one: no change says an editor did.
    private async Task JoinUnseenAsync()
    {
        await using var session = await _room.Archive.WriteAsync(Cancel);
        await session.ExecuteAsync("UPDATE telling SET story_id = 1", null, Cancel);
        await session.ExecuteAsync("UPDATE story SET merged_into = 1 WHERE id = 2", null, Cancel);
        await session.CommitAsync(Cancel);
    }

    [Fact]
    public async Task Undone_merge_of_the_folding_gives_the_story_back_and_is_not_made_again()
    {
        var (bank, strike) = await BankAndStrikeAsync();
        for (var i = 0; i < 6; i++)
            await _room.AddAsync("late " + i, Both);
        await _room.FoldAsync();
        Assert.Equal(1, (await _room.StoryAsync(2)).Id.Value);
        var change = (await _room.Desk.ChangesAsync(null, 10, Cancel))[0];

        await MadeAsync(_room.Desk.UndoAsync(change.Id, Cancel));

        Assert.Equal((1L, 2L), ((await _room.StoryOfAsync(bank)).Value, (await _room.StoryOfAsync(strike)).Value));
        for (var i = 6; i < 12; i++)
            await _room.AddAsync("late " + i, Both);
        Assert.Equal(0, (await _room.FoldAsync()).Merged);
        Assert.Equal(2, (await _room.StoryAsync(2)).Id.Value);
    }

    [Fact]
    public async Task Moved_article_stays_moved_and_what_it_draws_follows_it()
    {
        var (ferry, again, _) = await FerryAsync();
        var bank = await _room.AddAsync("four", Wire.Bank);
        await _room.FoldAsync();
        var to = await _room.StoryOfAsync(bank);

        await MadeAsync(_room.Desk.MoveAsync(again, to, null, Cancel));
        // A copy of what was moved goes where the editor said, not where the words would lead.
        var copy = await _room.AddAsync("five", Wire.FerryAgain);
        await _room.FoldAsync();
        _room.Restart();
        await _room.AddAsync("six", Wire.Strike);
        await _room.FoldAsync();

        Assert.Equal((new StoryId(1), to, to), (await _room.StoryOfAsync(ferry), await _room.StoryOfAsync(again), await _room.StoryOfAsync(copy)));
    }

    [Fact]
    public async Task Change_by_another_process_reaches_a_desk_that_is_folding_already()
    {
        var (ferry, again, third) = await FerryAsync();
        // The desk of the command line: it has no memory, and it tells the running one nothing.
        await MadeAsync(Desks.Stories(_room.Archive, _room.Clock).MergeAsync(new StoryId(1), await _room.StoryOfAsync(await BankAsync()), null, Cancel));

        await _room.AddAsync("nine", Wire.FerryElsewhere);
        await _room.AddAsync("ten", Wire.FerryFrench.Headline, Wire.FerryFrench.Text, "fr");
        await _room.FoldAsync();

        var story = await _room.StoryOfAsync(ferry);
        Assert.Equal(2, story.Value);
        Assert.All(new[] { again, third }, a => Assert.Equal(story, _room.StoryOfAsync(a).Result));
        Assert.DoesNotContain(await AllStoriesAsync(), s => s.Value == 1);
    }

    [Fact]
    public async Task Merged_addresses_lead_on_through_every_later_merge()
    {
        var ids = new List<StoryId>();
        foreach (var news in ((string, string)[])[Wire.Ferry, Wire.Bank, Wire.Strike, Wire.FerryElsewhere])
            ids.Add(await OpenAsync(news));

        await MadeAsync(_room.Desk.MergeAsync(ids[0], ids[1], null, Cancel));
        await MadeAsync(_room.Desk.MergeAsync(ids[1], ids[2], null, Cancel));
        await MadeAsync(_room.Desk.MergeAsync(ids[2], ids[3], null, Cancel));

        Assert.All(ids, id => Assert.Equal(ids[3], _room.Desk.FindAsync(id, Cancel).Result!.Id));
        Assert.Equal(4, (await _room.StoryAsync(ids[0].Value)).TellingCount);
    }

    [Fact]
    public async Task Undone_merge_in_the_middle_of_a_chain_takes_its_own_tellings_and_redirects_back()
    {
        var (a, b, c) = (await OpenAsync(Wire.Ferry), await OpenAsync(Wire.Bank), await OpenAsync(Wire.Strike));
        await MadeAsync(_room.Desk.MergeAsync(a, b, null, Cancel));
        var second = await MadeAsync(_room.Desk.MergeAsync(b, c, null, Cancel));

        await MadeAsync(_room.Desk.UndoAsync(second.Id, Cancel));

        Assert.Equal(b, (await _room.Desk.FindAsync(a, Cancel))!.Id);
        Assert.Equal((2, 1), ((await _room.StoryAsync(b.Value)).TellingCount, (await _room.StoryAsync(c.Value)).TellingCount));
    }

    [Fact]
    public async Task Undone_split_brings_the_tellings_home_and_the_new_address_leads_there()
    {
        var (_, again, third) = await FerryAsync();
        var split = await MadeAsync(_room.Desk.SplitAsync(new StoryId(1), [again, third], null, Cancel));

        var undone = await MadeAsync(_room.Desk.UndoAsync(split.Id, Cancel));

        Assert.Equal(_room.Clock.GetUtcNow(), undone.Undone);
        Assert.Equal((1L, 3), ((await _room.StoryAsync(2)).Id.Value, (await _room.StoryAsync(2)).TellingCount));
        Assert.All(await _room.TellingsAsync(1), t => Assert.DoesNotContain("editor", t.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_telling_takes_its_story_along()
    {
        var (a, b) = (await OpenAsync(Wire.Ferry), await OpenAsync(Wire.Bank));

        var change = await MadeAsync(_room.Desk.MoveAsync((await _room.TellingsAsync(a.Value))[0].Article, b, null, Cancel));

        Assert.Equal(ChangeKind.Merge, change.Kind);
        Assert.Equal(b, (await _room.Desk.FindAsync(a, Cancel))!.Id);
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_in_words_and_changes_nothing()
    {
        var (ferry, again, third) = await FerryAsync();

        Assert.Contains("no story 77", await RefusedAsync(_room.Desk.SplitAsync(new StoryId(77), [ferry], null, Cancel)), StringComparison.Ordinal);
        Assert.Contains("no telling of story 1", await RefusedAsync(_room.Desk.SplitAsync(new StoryId(1), [new ArticleId(99)], null, Cancel)), StringComparison.Ordinal);
        Assert.Contains("leaves some", await RefusedAsync(_room.Desk.SplitAsync(new StoryId(1), [ferry, again, third], null, Cancel)), StringComparison.Ordinal);
        Assert.Contains("leaves some", await RefusedAsync(_room.Desk.SplitAsync(new StoryId(1), [], null, Cancel)), StringComparison.Ordinal);
        Assert.Contains("one story already", await RefusedAsync(_room.Desk.MergeAsync(new StoryId(1), new StoryId(1), null, Cancel)), StringComparison.Ordinal);
        Assert.Contains("in no story", await RefusedAsync(_room.Desk.MoveAsync(new ArticleId(99), new StoryId(1), null, Cancel)), StringComparison.Ordinal);
        Assert.Contains("already", await RefusedAsync(_room.Desk.MoveAsync(ferry, new StoryId(1), null, Cancel)), StringComparison.Ordinal);
        Assert.Contains("no change 5", await RefusedAsync(_room.Desk.UndoAsync(new StoryChangeId(5), Cancel)), StringComparison.Ordinal);
        Assert.Empty(await _room.Desk.ChangesAsync(null, 10, Cancel));
        Assert.Equal(3, (await _room.StoryAsync(1)).TellingCount);
    }

    [Fact]
    public async Task Change_is_undone_once()
    {
        var (_, again, _) = await FerryAsync();
        var split = await MadeAsync(_room.Desk.SplitAsync(new StoryId(1), [again], null, Cancel));
        await MadeAsync(_room.Desk.UndoAsync(split.Id, Cancel));

        Assert.Contains("undone already", await RefusedAsync(_room.Desk.UndoAsync(split.Id, Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copies_are_found_as_they_come_and_counted_as_one_voice()
    {
        var first = await _room.AddAsync("one", Wire.Ferry);
        await _room.FoldAsync();
        var copy = await _room.AddAsync("two", Wire.Ferry);
        var own = await _room.AddAsync("three", Wire.FerryAgain);
        await _room.FoldAsync();

        var tellings = await _room.TellingsAsync(1);
        Assert.Equal([null, first, null], new[] { first, copy, own }.Select(a => tellings.Single(t => t.Article == a).Echo?.Of));
        var story = await _room.StoryAsync(1);
        Assert.Equal((3, 3, 2), (story.TellingCount, story.PublisherCount, story.VoiceCount));
    }

    [Fact]
    public async Task Copies_that_were_parted_are_no_echoes_across_stories()
    {
        await _room.AddAsync("one", Wire.Ferry);
        await _room.AddAsync("three", Wire.FerryAgain);
        var copy = await _room.AddAsync("two", Wire.Ferry);
        await _room.FoldAsync();

        await MadeAsync(_room.Desk.SplitAsync(new StoryId(1), [copy], null, Cancel));

        Assert.Null(Assert.Single(await _room.TellingsAsync(2)).Echo);
        Assert.Equal(1, (await _room.StoryAsync(2)).VoiceCount);
    }

    private async Task<(ArticleId Ferry, ArticleId Again, ArticleId Third)> FerryAsync()
    {
        var ferry = await _room.AddAsync("one", Wire.Ferry);
        var again = await _room.AddAsync("two", Wire.FerryAgain);
        var third = await _room.AddAsync("three", Wire.FerryFrench.Headline, Wire.FerryFrench.Text, "fr");
        await _room.FoldAsync();
        Assert.Equal(3, (await _room.StoryAsync(1)).TellingCount);
        return (ferry, again, third);
    }

    private async Task<(ArticleId Bank, ArticleId Strike)> BankAndStrikeAsync()
    {
        var bank = await _room.AddAsync("one", "Rate rise", Wire.Bank.Text);
        var strike = await _room.AddAsync("two", "Tram drivers to strike", Wire.Strike.Text);
        Assert.Equal(2, (await _room.FoldAsync()).Opened);
        return (bank, strike);
    }

    // One story that an editor made two of: 1 and 3.
    private async Task PartedPairAsync()
    {
        var (_, strike) = await BankAndStrikeAsync();
        await MadeAsync(_room.Desk.MergeAsync(new StoryId(2), new StoryId(1), null, Cancel));
        await MadeAsync(_room.Desk.SplitAsync(new StoryId(1), [strike], null, Cancel));
    }

    private async Task<ArticleId> BankAsync()
    {
        var bank = await _room.AddAsync("four", Wire.Bank);
        await _room.FoldAsync();
        return bank;
    }

    private async Task<StoryId> OpenAsync((string, string) news)
    {
        var article = await _room.AddAsync("paper", news);
        await _room.FoldAsync();
        return await _room.StoryOfAsync(article);
    }

    private async Task<IReadOnlyList<StoryId>> AllStoriesAsync() =>
        (await _room.Desk.RecentAsync(DateTimeOffset.UnixEpoch, 100, Cancel)).Select(s => s.Id).ToList();

    private static async Task<StoryChange> MadeAsync(Task<ChangeResult> asked) => Assert.IsType<ChangeResult.Made>(await asked).Change;

    private static async Task<string> RefusedAsync(Task<ChangeResult> asked) => Assert.IsType<ChangeResult.Refused>(await asked).Reason;
}
