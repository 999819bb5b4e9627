using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Tests.Text;

public sealed class NamesTests
{
    [Fact]
    public void Neighbouring_capitals_are_one_name()
    {
        var text = "On Monday the envoy Marta Lindqvist met officials in Port Alder.";

        Assert.Equal(["Marta Lindqvist", "Port Alder"], Names.Find(text).Select(s => s.Of(text)));
    }

    [Fact]
    public void Capital_at_the_start_of_a_sentence_is_no_name_unless_the_text_shows_it()
    {
        var text = "Ferries stopped. Harlan said that Ferries of the line wait. Nobody answered Harlan.";

        var names = Names.Find(text).Select(s => s.Of(text)).ToList();

        Assert.Contains("Harlan", names);
        Assert.DoesNotContain("Nobody", names);
    }

    [Fact]
    public void Headline_in_title_case_shows_no_names_of_its_own()
    {
        var text = "Storm Batters Coast As Thousands Flee\n\nA storm hit the coast near Port Alder.";

        Assert.Equal(["Port Alder"], Names.Find(text).Select(s => s.Of(text)));
    }

    [Theory]
    [InlineData("lukashenko", "loukachenko", "lukaschenko")]
    [InlineData("putin", "poutine", "putin")]
    [InlineData("zelensky", "zelenskyy", "selenskyj")]
    [InlineData("gorbachev", "gorbatchev", "gorbatschow")]
    public void Spellings_of_one_name_sound_alike(string english, string french, string german)
    {
        Assert.Equal(Names.Canonical(english), Names.Canonical(french));
        Assert.Equal(Names.Canonical(english), Names.Canonical(german).Replace("ov", "ev", StringComparison.Ordinal));
    }

    [Fact]
    public void Different_names_sound_different() => Assert.NotEqual(Names.Canonical("merkel"), Names.Canonical("markle"));
}
