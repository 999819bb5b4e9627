using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Tests.Feeds;

public sealed class EntryIdentityTests
{
    [Fact]
    public void One_name_at_two_links_is_two_entries()
    {
        var (fresh, edited) = EntryIdentity.Sort([], [Item("1", "/a"), Item("1", "/b")]);
        Assert.Equal(["/a", "/b"], fresh.Select(i => i.Link.AbsolutePath));
        Assert.Empty(edited);

        var (again, none) = EntryIdentity.Sort([Known(1, "1", "/a"), Known(2, "1", "/b")], [Item("1", "/a"), Item("1", "/b")]);
        Assert.Empty(again);
        Assert.Empty(none);
    }

    [Fact]
    public void Name_that_changes_at_every_fetch_makes_no_new_entry_of_the_same_link()
    {
        var (fresh, edited) = EntryIdentity.Sort([Known(1, "run-1", "/a")], [Item("run-2", "/a")]);
        Assert.Empty(fresh);
        Assert.Empty(edited);
    }

    [Fact]
    public void Name_all_items_bear_does_not_hide_the_next_item()
    {
        var (fresh, _) = EntryIdentity.Sort([Known(1, "news", "/a", "A ferry sails")], [Item("news", "/b", "A bridge opens")]);
        Assert.Equal("/b", Assert.Single(fresh).Link.AbsolutePath);
    }

    [Fact]
    public void Mended_link_is_the_same_entry()
    {
        var (fresh, edited) = EntryIdentity.Sort([Known(1, "g", "/fery")], [Item("g", "/ferry")]);
        Assert.Empty(fresh);
        var edit = Assert.Single(edited);
        Assert.Equal(("/ferry", false), (edit.Item.Link.AbsolutePath, edit.IsCorrection));
    }

    [Fact]
    public void Items_that_all_link_to_the_front_page_are_told_apart_by_name()
    {
        var (fresh, edited) = EntryIdentity.Sort([Known(1, "1", "/", "One")], [Item("2", "/", "Two"), Item("1", "/", "One")]);
        Assert.Equal("2", Assert.Single(fresh).Guid);
        Assert.Empty(edited);
    }

    [Theory]
    [InlineData("A ferry sails", "It sails.", false, false)]
    [InlineData("A ferry sails late", "It sails.", true, false)]
    [InlineData("A ferry sails", "It sails today.", false, true)]
    [InlineData("A ferry sails", "<p>It <b>sails</b></p>", false, false)]
    public void Change_of_words_is_a_correction_and_a_change_of_marks_is_none(string title, string text, bool headline, bool body)
    {
        var (fresh, edited) = EntryIdentity.Sort([Known(1, "g", "/a")], [Item("g", "/a", title, text)]);
        Assert.Empty(fresh);
        Assert.Equal(headline || body ? [(headline, body)] : [], edited.Select(e => (e.HeadlineChanged, e.TextChanged)));
    }

    [Fact]
    public void Entry_that_changes_at_every_fetch_is_followed_no_longer() =>
        Assert.Empty(EntryIdentity.Sort([Known(1, "g", "/a") with { Edits = 10 }], [Item("g", "/a", "5,002 have read this")]).Edited);

    [Fact]
    public void Text_kept_before_texts_were_hashed_is_learnt_and_not_corrected()
    {
        var edit = Assert.Single(EntryIdentity.Sort([Known(1, "g", "/a") with { TextHash = null }], [Item("g", "/a", text: "Other words.")]).Edited);
        Assert.False(edit.IsCorrection);
    }

    [Fact]
    public void Document_brings_so_many_items_and_no_more() =>
        Assert.Equal(FeedParser.MaxItems, EntryIdentity.Sort([], Enumerable.Range(0, 2_000).Select(i => Item($"{i}", $"/{i}"))).New.Count);

    private static FeedItem Item(string guid, string path, string title = "A ferry sails", string text = "It sails.") =>
        new(guid, new Uri("https://paper.example" + path), title, text, null, null, null);

    private static KnownEntry Known(long id, string guid, string path, string title = "A ferry sails") =>
        new(new FeedEntryId(id), guid, "https://paper.example" + path, title, EntryIdentity.HashOf(Item(guid, path)), 0);
}
