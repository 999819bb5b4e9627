using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;

namespace GlobeEcho.Tests.Digests;

public sealed class ArrangementTests
{
    private const string Lead = "The ferry Alba sank off Porto Vero on Sunday with 44 people aboard. ";

    [Theory]
    [InlineData("Rescuers in four boats saved 41 people before the light was gone.", StoryPart.Happened)]
    [InlineData("The captain had sent a first call at noon, the harbour office said.", StoryPart.Said)]
    [InlineData("A sister ship of the Alba was lost in the same strait in 2011.", StoryPart.Background)]
    [InlineData("Mayor Luis Bell condemned the decision to let the ferry sail that day.", StoryPart.Reaction)]
    [InlineData("Divers are expected to reach the wreck of the ferry on Tuesday.", StoryPart.Next)]
    public void Sentence_has_the_part_its_words_tell(string sentence, StoryPart part)
    {
        var story = StoryTerms.Of([new CitableText(new ArticleId(1), "Post", "Ferry", Lead + sentence, new DateTimeOffset(2024, 5, 20, 8, 0, 0, TimeSpan.Zero), "en")]);

        Assert.Equal(part, Arrangement.PartOf(story.Sentences[1]));
    }

    [Fact]
    public void Paragraphs_break_where_the_part_changes() =>
        Assert.Equal(
            [0, 0, 0, 1, 1, 2],
            Arrangement.Paragraphs(
                [StoryPart.Happened, StoryPart.Happened, StoryPart.Happened, StoryPart.Said, StoryPart.Said, StoryPart.Next], 4));

    [Fact]
    public void No_paragraph_has_more_than_three_sentences_and_no_digest_more_than_five_paragraphs()
    {
        for (var count = 1; count <= 14; count++)
        {
            var paragraphs = Arrangement.Paragraphs(Enumerable.Repeat(StoryPart.Happened, count).ToList(), 5);

            Assert.Equal(count, paragraphs.Length);
            Assert.InRange(paragraphs.Max(), 0, 4);
            Assert.All(paragraphs.GroupBy(p => p), g => Assert.InRange(g.Count(), 1, 3));
        }
    }
}
