using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Tests.Text;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData("two", 2)]
    [InlineData("nine", 9)]
    [InlineData("ten", 10)]
    [InlineData("nineteen", 19)]
    [InlineData("twenty", 20)]
    [InlineData("ninety", 90)]
    public void Word_has_its_number(string word, int number) => Assert.Equal(number, NumberWords.Cardinals[word]);

    [Fact]
    public void Small_numbers_are_two_to_twelve_and_the_ordinals_to_ten()
    {
        Assert.Equal(20, NumberWords.Small.Count);
        Assert.Equal(("2", "12", "2", "10"), (NumberWords.Small["two"], NumberWords.Small["twelve"], NumberWords.Small["second"], NumberWords.Small["tenth"]));
        Assert.DoesNotContain("thirteen", NumberWords.Small.Keys);
    }
}
