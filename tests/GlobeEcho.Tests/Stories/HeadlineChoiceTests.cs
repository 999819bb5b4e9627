using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Tests.Stories;

public sealed class HeadlineChoiceTests
{
    private static readonly (string, string?)[] Ferry =
    [
        ("Le ferry Alba coule au large de Porto Vero", "fr"),
        ("What we know so far", "en"),
        ("", "en"),
        ("Why did the ferry Alba sink off Porto Vero?", "en"),
        ("Ferry Alba sinks off Porto Vero, dozens missing", "en"),
    ];

    [Fact]
    public void Best_headline_is_in_the_asked_language_and_says_what_all_say() => Assert.Equal([4, 1, 3, 0], HeadlineChoice.Order(Ferry, "en"));

    [Fact]
    public void Headlines_of_another_language_follow() => Assert.Equal([0, 4, 1, 3], HeadlineChoice.Order(Ferry, "fr"));

    [Fact]
    public void Of_two_as_good_the_earlier_comes_first_and_none_of_no_words() =>
        Assert.Equal([1, 2], HeadlineChoice.Order([("", null), ("Dam leaks above Orlen", null), ("Orlen dam leaks above", null)], null));

    [Fact]
    public void Story_is_in_the_papers_language_or_the_one_most_publishers_told_it_in()
    {
        (string?, string)[] told = [("de", "Der Hafen"), ("de", "Der Hafen"), ("fr", "Le Port"), ("fr", "La Côte")];

        Assert.Equal("fr", StoryLanguage.Of(told, "en"));
        Assert.Equal("de", StoryLanguage.Of(told, "de"));
    }
}
