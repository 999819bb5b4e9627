using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;

namespace GlobeEcho.Tests.Digests;

public sealed class SpokenQuotesTests
{
    [Theory]
    [InlineData("\"We heard a loud bang,\" said Ana Moll, a passenger.", "Ana Moll", "We heard a loud bang,")]
    [InlineData("Mayor Luis Bell told reporters: “The town will mourn for three days.”", "Luis Bell", "The town will mourn for three days.")]
    [InlineData("Captain Ines Roca thanked Tom Hask for his help, saying that \"nobody else came that night\".", "Ines Roca", "nobody else came that night")]
    [InlineData("\"Is it safe to sail again?\" asked Ana Moll.", "Ana Moll", "Is it safe to sail again?")]
    [InlineData("\"We will appeal against it,\" Jan Pohl said, while Ib Renn stayed silent.", "Jan Pohl", "We will appeal against it,")]
    public void Speaker_stands_beside_the_verb_of_speech(string sentence, string speaker, string quote)
    {
        var found = Assert.Single(In(sentence));

        Assert.Equal(speaker, found.Speaker);
        Assert.Equal(quote, found.Quote.Of(sentence));
    }

    [Fact]
    public void Two_quotes_of_one_sentence_have_each_their_speaker()
    {
        var found = In("\"We will not leave this valley,\" farmer Tom Hask said, while minister Eva Lind called the move \"a last resort for all\".");

        Assert.Equal([("Tom Hask", true), ("Eva Lind", true)], found.Select(q => (q.Speaker, q.Publisher == "Harbour Post")));
    }

    [Theory]
    [InlineData("\"We heard a loud bang,\" he said.")]
    [InlineData("Ana Moll was aboard the ferry, which she told the Harbour Post \"shook like a leaf\" before it sank.")]
    [InlineData("A judge blocked the Moll law on Tuesday, saying that it \"serves nobody but the state\".")]
    [InlineData("The film \"A Night at the Harbour\" opens on Friday.")]
    [InlineData("Ana Moll spoke of a \"loud bang\".")]
    public void Quote_without_a_named_speaker_is_nobodys(string sentence) => Assert.Empty(In(sentence));

    private static IReadOnlyList<SpokenQuote> In(string text) => SpokenQuotes.In(new CitableText(new ArticleId(1), "Harbour Post", "", text, null, "en"));
}
