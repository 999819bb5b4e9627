using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Tests.Articles;

public sealed class BylineParserTests
{
    [Theory]
    [InlineData("By Ada Brandt and Joe Okoye", "Ada Brandt|Joe Okoye")]
    [InlineData("Von Ada Brandt und Joe Okoye", "Ada Brandt|Joe Okoye")]
    [InlineData("Par Ada Brandt, Joe Okoye et Li Wen", "Ada Brandt|Joe Okoye|Li Wen")]
    [InlineData("Ada Brandt, Political Editor", "Ada Brandt")]
    [InlineData("Ada Brandt, Ph.D.", "Ada Brandt")]
    [InlineData("ADA BRANDT / Reuters", "ADA BRANDT")]
    [InlineData("Ada Brandt (Oslo)", "Ada Brandt")]
    [InlineData("https://riverpost.example/authors/ada", "")]
    [InlineData("ada@riverpost.example", "")]
    [InlineData("Ada Brandt ada@riverpost.example", "Ada Brandt")]
    [InlineData("River Post", "")]
    [InlineData("admin", "")]
    [InlineData("Staff Reporter", "")]
    [InlineData("松岡大地", "松岡大地")]
    [InlineData("", "")]
    public void Names_of_people_are_taken(string byline, string names) =>
        Assert.Equal(names.Split('|', StringSplitOptions.RemoveEmptyEntries), BylineParser.Parse(byline, "River Post"));

    [Fact]
    public void Text_too_long_for_a_byline_has_no_names() => Assert.Empty(BylineParser.Parse("By Ada " + new string('A', 400)));
}
