using CsCheck;
using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Tests.Articles;

public sealed class BlockCoderTests
{
    private static readonly Gen<(BodyBlockKind Kind, int Level, int Length)[]> Pieces =
        Gen.Select(Gen.Enum<BodyBlockKind>(), Gen.Int[0, 6], Gen.Int[0, 40_000]).Array[0, 30];

    [Fact]
    public void Blocks_come_back_as_they_were() => Pieces.Sample(
        pieces =>
        {
            var text = string.Join("\n\n", pieces.Select(p => new string('x', p.Length)));
            var blocks = ArticleBody.OfText(text).Blocks.Zip(pieces, (b, p) => b with { Kind = p.Kind, Level = p.Level }).ToList();
            // A text of one empty piece is no text.
            var expected = text.Length == 0 ? [] : blocks;
            Assert.Equal(expected, BlockCoder.Read(BlockCoder.Write(expected), text));
        },
        iter: 200);

    [Fact]
    public void Block_of_an_ordinary_length_takes_three_bytes() =>
        Assert.Equal(6, BlockCoder.Write(ArticleBody.OfText(new string('a', 400) + "\n\n" + new string('b', 2000)).Blocks).Length);

    [Theory]
    [InlineData(new byte[] { 0, 4 })]
    [InlineData(new byte[] { 0, 200 })]
    [InlineData(new byte[] { 0, 6 })]
    [InlineData(new byte[] { 15, 5 })]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[0])]
    public void Bytes_that_do_not_fit_the_text_are_refused(byte[] bytes) => Assert.Null(BlockCoder.Read(bytes, "hello"));
}
