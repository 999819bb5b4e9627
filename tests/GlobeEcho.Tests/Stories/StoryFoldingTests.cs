using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Tests.Stories;

public sealed class StoryFoldingTests
{
    private readonly StoryFolding _folding = new(TimeSpan.FromDays(7), 1000);

    [Fact]
    public void Tellings_of_one_event_join_one_story()
    {
        Assert.IsType<FoldDecision.Opened>(_folding.Fold(Wire.Input(1, Wire.Ferry), 1));
        _folding.Fold(Wire.Input(2, Wire.Bank), 2);

        var joined = Assert.IsType<FoldDecision.Joined>(_folding.Fold(Wire.Input(3, Wire.FerryAgain, hours: 5), 3));

        Assert.Equal(1, joined.Story);
        Assert.InRange(joined.Likeness, 0.5, 1);
        Assert.StartsWith("joined on: ", joined.Reason, StringComparison.Ordinal);
        Assert.Contains("Tarvik", joined.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Event_of_the_same_kind_elsewhere_opens_its_own_story()
    {
        _folding.Fold(Wire.Input(1, Wire.Ferry), 1);

        Assert.Equal(2, Assert.IsType<FoldDecision.Opened>(_folding.Fold(Wire.Input(2, Wire.FerryElsewhere, hours: 1), 2)).Story);
    }

    [Fact]
    public void Other_news_of_the_same_place_opens_its_own_story()
    {
        _folding.Fold(Wire.Input(1, Wire.Bank), 1);

        Assert.IsType<FoldDecision.Opened>(_folding.Fold(Wire.Input(2, Wire.Strike, hours: 1), 2));
    }

    [Fact]
    public void Telling_in_another_language_joins_on_names_places_and_numbers()
    {
        _folding.Fold(Wire.Input(1, Wire.Ferry), 1);
        _folding.Fold(Wire.Input(2, Wire.FerryElsewhere), 2);
        _folding.Fold(Wire.Input(3, Wire.Bank), 3);

        Assert.Equal(1, Assert.IsType<FoldDecision.Joined>(_folding.Fold(Wire.Input(4, Wire.FerryFrench, "fr", 2), 4)).Story);
        Assert.Equal(1, Assert.IsType<FoldDecision.Joined>(_folding.Fold(Wire.Input(5, Wire.FerryGerman, "de", 3), 5)).Story);
    }

    [Fact]
    public void German_telling_that_comes_first_is_joined_by_an_english_one()
    {
        _folding.Fold(Wire.Input(1, Wire.FerryGerman, "de"), 1);

        Assert.Equal(1, Assert.IsType<FoldDecision.Joined>(_folding.Fold(Wire.Input(2, Wire.Ferry, hours: 2), 2)).Story);
    }

    [Fact]
    public void Near_copy_joins_at_once()
    {
        _folding.Fold(Wire.Input(1, Wire.Ferry), 1);

        var joined = Assert.IsType<FoldDecision.Joined>(_folding.Fold(Wire.Input(2, ("Breaking news", Wire.Ferry.Text + " More to follow."), hours: 1), 2));

        Assert.Equal("a copy of an earlier telling", joined.Reason);
    }

    [Fact]
    public void Article_that_tells_both_makes_two_stories_one_under_the_older_number()
    {
        var both = ("Rate rise and tram strike meet in Velmora", Wire.Bank.Text + " " + Wire.Strike.Text);
        var strike = ("Tram drivers to strike", Wire.Strike.Text);
        _folding.Fold(Wire.Input(1, ("Rate rise", Wire.Bank.Text)), 1);
        Assert.IsType<FoldDecision.Opened>(_folding.Fold(Wire.Input(2, strike), 2));

        var merged = new List<long>();
        for (var key = 3; key < 8; key++)
        {
            var joined = Assert.IsType<FoldDecision.Joined>(_folding.Fold(Wire.Input(key, both, hours: key), key));
            merged.AddRange(joined.Merged);
        }

        Assert.Equal([2], merged);
        Assert.Equal(1, _folding.StoriesInMemory);
        Assert.Equal(1, _folding.Fold(Wire.Input(9, strike, hours: 9), 9).Story);
    }

    [Fact]
    public void Story_nobody_tells_leaves_memory_with_its_words()
    {
        var folding = new StoryFolding(TimeSpan.FromDays(7), memory: 0);
        folding.Fold(Wire.Input(1, Wire.Ferry), 1);
        folding.Fold(Wire.Input(2, Wire.Bank, hours: 24 * 6), 2);
        var before = folding.TermsInMemory;

        Assert.Equal(1, folding.Fold(Wire.Input(3, Wire.FerryAgain, hours: 24 * 6.5), 3).Story);
        folding.Fold(Wire.Input(4, Wire.Strike, hours: 24 * 14), 4);

        Assert.Equal(1, folding.StoriesInMemory);
        Assert.True(folding.TermsInMemory < before);
        Assert.IsType<FoldDecision.Opened>(folding.Fold(Wire.Input(5, Wire.FerryAgain, hours: 24 * 14), 5));
    }

    [Fact]
    public void Older_story_stays_open_while_memory_has_room()
    {
        _folding.Fold(Wire.Input(1, Wire.Ferry), 1);

        Assert.Equal(1, _folding.Fold(Wire.Input(2, Wire.FerryAgain, hours: 24 * 10), 2).Story);
    }

    [Fact]
    public void Cost_does_not_grow_with_the_number_of_stories()
    {
        var folding = new StoryFolding(TimeSpan.FromDays(1), memory: 500);
        var most = 0;
        for (var i = 0; i < 3000; i++)
        {
            folding.Fold(Wire.Numbered(i, i, i * 0.1), i + 1);
            most = Math.Max(most, folding.LastCompared);
        }

        Assert.InRange(most, 1, 8);
        Assert.InRange(folding.StoriesInMemory, 100, 500);
        Assert.InRange(folding.TermsInMemory, 500, 5000);
    }

    [Fact]
    public void Memory_rebuilt_decides_as_the_old_one()
    {
        var window = TimeSpan.FromDays(1);
        var old = new StoryFolding(window, 60);
        var told = new Dictionary<long, List<FoldInput>>();
        for (var i = 0; i < 200; i++)
        {
            var input = Wire.Numbered(i, i * 7 % 90, i * 0.5);
            Keep(told, old.Fold(input, i + 1), input);
        }

        var rebuilt = new StoryFolding(window, 60);
        foreach (var (story, tellings) in told.OrderBy(t => t.Value.Max(a => a.Published)).ThenBy(t => t.Key))
        {
            foreach (var telling in Enumerable.Reverse(tellings))
                rebuilt.Remember(telling, story);
        }

        Assert.Equal(old.StoriesInMemory, rebuilt.StoriesInMemory);
        Assert.Equal(old.TermsInMemory, rebuilt.TermsInMemory);
        for (var i = 200; i < 320; i++)
        {
            var input = Wire.Numbered(i, i * 7 % 90, i * 0.5);
            var (a, b) = (old.Fold(input, i + 1), rebuilt.Fold(input, i + 1));
            Assert.Equal((a.Story, a.Likeness, a.Reason), (b.Story, b.Likeness, b.Reason));
        }
    }

    private static void Keep(Dictionary<long, List<FoldInput>> told, FoldDecision decision, FoldInput article)
    {
        var whole = told.TryGetValue(decision.Whole, out var list) ? list : told[decision.Whole] = [];
        whole.Add(article);
        foreach (var merged in decision is FoldDecision.Joined joined ? joined.Merged : [])
        {
            whole.AddRange(told[merged]);
            told.Remove(merged);
        }

        if (decision.Parted is not { } parting)
            return;
        told[parting.NewStory] = whole.Where(a => parting.Articles.Contains(a.Key)).ToList();
        whole.RemoveAll(a => parting.Articles.Contains(a.Key));
    }

    [Fact]
    public void Story_an_editor_made_whole_is_never_parted()
    {
        var parted = PartingsOf(new StoryFolding(TimeSpan.FromDays(7), 1000), whole: false);

        Assert.NotEmpty(parted);
        Assert.All(parted, p => Assert.StartsWith("parted from the story: ", p.Reason, StringComparison.Ordinal));
        Assert.Empty(PartingsOf(new StoryFolding(TimeSpan.FromDays(7), 1000), whole: true));
    }

    // Two ferries wrongly in one story, told on and on.
    private static List<Parting> PartingsOf(StoryFolding folding, bool whole)
    {
        var partings = new List<Parting>();
        for (var i = 0; i < 7; i++)
            folding.Remember(Wire.Input(i, i % 2 == 0 ? Wire.Ferry : Wire.FerryElsewhere, hours: i), 1);
        if (whole)
            folding.KeepWhole(1);
        if (folding.Fold(Wire.Input(8, Wire.Ferry, hours: 8), 2).Parted is { } parting)
            partings.Add(parting);
        return partings;
    }

    [Fact]
    public void Article_with_nothing_but_text_is_folded()
    {
        _folding.Fold(new FoldInput(1, null, Wire.Ferry.Text), 1);

        Assert.Equal(1, _folding.Fold(new FoldInput(2, null, Wire.FerryAgain.Text), 2).Story);
        Assert.Equal(3, _folding.Fold(new FoldInput(3, null, ""), 3).Story);
    }

    [Fact]
    public void Mark_that_stands_alone_is_no_word()
    {
        const string Hearts = "\u2764\uFE0F";
        _folding.Fold(new FoldInput(1, Hearts, $"{Hearts} {Wire.Ferry.Text}"), 1);

        Assert.Equal(1, _folding.Fold(new FoldInput(2, null, Wire.FerryAgain.Text + Hearts), 2).Story);
        Assert.Empty(TellingNames.Of(Hearts, Hearts, "en"));
    }
}
