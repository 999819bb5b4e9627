using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Tests.Text;

public sealed class TextSpanTests
{
    [Fact]
    public void Span_counts_its_end_exclusively()
    {
        var span = new TextSpan(4, 5);

        Assert.Equal(9, span.End);
        Assert.Equal("Minsk", span.Of("Vor Minsk."));
        Assert.True(span.LiesWithin("Vor Minsk"));
        Assert.False(span.LiesWithin("Vor Mins"));
    }

    [Fact]
    public void Span_refuses_negative_numbers()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(0, -1));
    }
}
