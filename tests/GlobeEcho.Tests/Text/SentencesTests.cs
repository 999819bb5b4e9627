using CsCheck;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Tests.Text;

public sealed class SentencesTests
{
    [Theory]
    // English: titles, initials, acronyms, times, numbers, firms.
    [InlineData("Mr. Smith met Dr. Jones. They spoke.", "Mr. Smith met Dr. Jones.|They spoke.")]
    [InlineData("J. R. Miller left at 5 p.m. Police came later.", "J. R. Miller left at 5 p.m.|Police came later.")]
    [InlineData("The talks open at 10 a.m. Monday in Oslo. Nobody knows more.", "The talks open at 10 a.m. Monday in Oslo.|Nobody knows more.")]
    [InlineData("He lives in the U.S. The others stayed.", "He lives in the U.S.|The others stayed.")]
    [InlineData("The U.S. Senate voted. Sen. Ann Lee, R-Ky., did not.", "The U.S. Senate voted.|Sen. Ann Lee, R-Ky., did not.")]
    [InlineData("Prices rose 3.5 percent. Article No. 7 applies.", "Prices rose 3.5 percent.|Article No. 7 applies.")]
    [InlineData("She was born on Jan. 4 in St. Paul. It snowed.", "She was born on Jan. 4 in St. Paul.|It snowed.")]
    [InlineData("Acme Inc. Chairman Bo Ray resigned. Shares fell.", "Acme Inc. Chairman Bo Ray resigned.|Shares fell.")]
    [InlineData("Why now? Nobody knows! So it goes.", "Why now?|Nobody knows!|So it goes.")]
    [InlineData("\"Why now?\" he asked. She left.", "\"Why now?\" he asked.|She left.")]
    [InlineData("“We won.” The crowd sang.", "“We won.”|The crowd sang.")]
    [InlineData("It rained (as it often does.) The game went on.", "It rained (as it often does.)|The game went on.")]
    [InlineData("They waited ... and waited. Then came rain…", "They waited ... and waited.|Then came rain…")]
    [InlineData("See example.com for more. Yahoo! said no.", "See example.com for more.|Yahoo! said no.")]
    [InlineData("1. Wash the rice. 2. Boil it.", "1. Wash the rice.|2. Boil it.")]
    // German: ordinals, abbreviations, low quotation marks.
    [InlineData("Er kam am 24. Mai nach Bonn. Der 3. Oktober ist frei.", "Er kam am 24. Mai nach Bonn.|Der 3. Oktober ist frei.")]
    [InlineData("Viele Tiere, z.B. Hunde, bellen. Katzen nicht.", "Viele Tiere, z.B. Hunde, bellen.|Katzen nicht.")]
    [InlineData("„Das ist gut.“ Er ging.", "„Das ist gut.“|Er ging.")]
    [InlineData("»Das ist gut.« Er ging. »Ja«, rief sie.", "»Das ist gut.«|Er ging.|»Ja«, rief sie.")]
    // French: spaced guillemets, titles.
    [InlineData("« Nous partons. » Le ministre est sorti.", "« Nous partons. »|Le ministre est sorti.")]
    [InlineData("M. Durand a vu Mme. Petit. Ils ont ri.", "M. Durand a vu Mme. Petit.|Ils ont ri.")]
    // Spanish, Chinese, Japanese, Hindi, Arabic.
    [InlineData("¿Quién ganó? ¡Nadie! El Sr. Ruiz calló.", "¿Quién ganó?|¡Nadie!|El Sr. Ruiz calló.")]
    [InlineData("会议开始了。没有人来！为什么？", "会议开始了。|没有人来！|为什么？")]
    [InlineData("「行きます。」と彼は言った。雨だった。", "「行きます。」と彼は言った。|雨だった。")]
    [InlineData("वह आया। वह गया।", "वह आया।|वह गया।")]
    [InlineData("لماذا الآن؟ لا أحد يعرف.", "لماذا الآن؟|لا أحد يعرف.")]
    // Paragraphs.
    [InlineData("A headline without a stop\n\n  One line.\r\nAnother one.  ", "A headline without a stop|One line.|Another one.")]
    [InlineData("", "")]
    [InlineData(" \n ", "")]
    public void Sentences_end_where_a_reader_ends_them(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Sentences.Split(text).Select(s => s.Of(text))));

    [Fact]
    public void Spans_cover_every_character_that_is_not_white_space_once_and_are_trimmed() =>
        Gen.Char["aB1 .!?…\n\r\"“”«»„()。！「」U.S\u00A0"].Array[0, 60].Select(c => new string(c)).Sample(
            text =>
            {
                var spans = Sentences.Split(text);
                var inOrder = spans.Zip(spans.Skip(1)).All(p => p.First.End <= p.Second.Start);
                var trimmed = spans.All(s => s.Length > 0 && s.Of(text) == s.Of(text).Trim());
                var covered = string.Concat(spans.Select(s => s.Of(text))).Count(c => !char.IsWhiteSpace(c));
                return inOrder && trimmed && covered == text.Count(c => !char.IsWhiteSpace(c));
            },
            iter: 5000);
}
