using GlobeEcho.Newsroom.Editions;

namespace GlobeEcho.Tests.Editions;

public sealed class SectionChoiceTests
{
    [Theory]
    [InlineData("Ministers in Kyiv ask for air defence", "The Ukrainian government repeated its request on Friday.", Section.Europe)]
    [InlineData("Aid trucks wait outside Rafah", "Drivers at the crossing said no truck had entered Gaza since Monday.", Section.MiddleEast)]
    [InlineData("Floods cut roads north of Nairobi", "Kenyan police asked people to stay at home.", Section.Africa)]
    [InlineData("Parliament in New Delhi debates water law", "Indian states on the river disagree.", Section.Asia)]
    [InlineData("Cyclone turns towards Fiji", "Ships stayed in the port of Suva.", Section.Pacific)]
    [InlineData("Senate in Washington passes border bill", "US lawmakers voted late on Thursday.", Section.Americas)]
    [InlineData("Wahl in Deutschland: Regierung verliert Mehrheit", "In Berlin begann am Abend die Suche nach Partnern.", Section.Europe)]
    [InlineData("Séisme au Maroc : des villages isolés", "Les secours sont partis de Rabat.", Section.Africa)]
    [InlineData("Chipmaker shares jump as quarterly revenue doubles", "Investors cheered the profit of the firm.", Section.Business)]
    [InlineData("Researchers find fossil of unknown species", "The study dates the animal to the last ice age.", Section.Science)]
    [InlineData("Festival opens with film about a lost orchestra", "The director and her actors walked to the premiere.", Section.Culture)]
    [InlineData("Striker's late goal sends Leverkusen to the final", "The coach praised his team after the league match.", Section.Sport)]
    [InlineData("Nations sign treaty on the high seas", "The agreement takes effect in a year.", Section.World)]
    public void Story_stands_where_its_words_say(string headline, string text, Section expected) =>
        Assert.Equal(expected, SectionChoice.Of([new SectionHint(null, headline, text)]));

    [Theory]
    [InlineData("Sport", Section.Sport)]
    [InlineData("Wirtschaft", Section.Business)]
    [InlineData("Sciences et santé", Section.Science)]
    [InlineData("Cultura", Section.Culture)]
    [InlineData("Middle East", Section.MiddleEast)]
    [InlineData("Afrique", Section.Africa)]
    [InlineData("World / Asia", Section.Asia)]
    [InlineData("US news", Section.Americas)]
    public void Publishers_own_section_decides_where_the_words_say_nothing(string section, Section expected) =>
        Assert.Equal(expected, SectionChoice.Of([new SectionHint(section, "What we learned", "Five things to know about it.")]));

    [Fact]
    public void One_mention_of_money_does_not_make_business_of_a_war() =>
        Assert.Equal(Section.Europe, SectionChoice.Of([new SectionHint("World", "Ukraine says Russian troops cross border near Kharkiv", "The market in the town was closed, officials in Kyiv said.")]));

    [Fact]
    public void Word_without_a_capital_is_no_place() =>
        Assert.Equal(Section.World, SectionChoice.Of([new SectionHint(null, "How to carve a turkey on a china plate", "Some like it with chile and jordan almonds.")]));

    [Fact]
    public void Pronoun_us_is_no_country() =>
        Assert.Equal(Section.World, SectionChoice.Of([new SectionHint(null, "What storms teach us", "Storms are with us. Few of us listen.")]));

    [Fact]
    public void Story_without_tellings_is_world_news() => Assert.Equal(Section.World, SectionChoice.Of([]));
}
