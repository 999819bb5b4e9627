using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Tests.Text;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Revenue rose to $26.0bn, up 262%.", "Revenue|rose|to|26.0bn|up|262")]
    [InlineData("l'Élysée (1,000 hommes)", "l|Élysée|1,000|hommes")]
    [InlineData("习近平 met Putin", "习|近|平|met|Putin")]
    [InlineData("", "")]
    public void Words_are_found_where_they_stand(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Words.Spans(text).Select(s => s.Of(text))));

    [Theory]
    [InlineData("Élysée", "elysee")]
    [InlineData("Straße", "strasse")]
    [InlineData("MINSK", "minsk")]
    public void Words_are_compared_without_case_and_diacritics(string word, string folded) => Assert.Equal(folded, Words.Fold(word));

    [Fact]
    public void Function_words_tell_nothing() =>
        Assert.Equal(["putin", "lukashenko", "met", "minsk"], Words.Content("Putin and Lukashenko met in the Minsk"));

    [Fact]
    public void No_character_makes_an_empty_word()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            foreach (var text in (string[])[$"{(char)c}", $" {(char)c} ", $"a {(char)c}b"])
            {
                foreach (var span in Words.Spans(text))
                    Assert.True(Words.Fold(span.Of(text)).Length > 0, $"U+{c:X4}");
            }
        }
    }
}
