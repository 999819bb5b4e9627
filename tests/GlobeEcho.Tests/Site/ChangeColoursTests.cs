using System.Globalization;
using System.Text.RegularExpressions;
using GlobeEcho.Site.Quotes;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Tests.Site;

public sealed class ChangeColoursTests
{
    [Theory]
    [InlineData(null, ChangeColours.GreenRed)]
    [InlineData("", ChangeColours.GreenRed)]
    [InlineData("usual", ChangeColours.GreenRed)]
    [InlineData("blue-orange", ChangeColours.BlueOrange)]
    [InlineData("Blue-Orange\"><script>", ChangeColours.GreenRed)]
    public void Only_the_other_pair_is_a_choice(string? word, ChangeColours colours) => Assert.Equal(colours, ColourChoice.Parse(word));

    [Fact]
    public void Every_colour_of_a_change_can_be_read_on_paper_in_light_and_dark()
    {
        var files = new PaperFiles();
        var css = System.Text.Encoding.UTF8.GetString(files.Find(files.StylePath)!.Value.Body);
        var dark = css.IndexOf("@media (prefers-color-scheme: dark)", StringComparison.Ordinal);
        var seen = 0;
        foreach (var (sheet, paper) in new[] { (css[..dark], "#fbfaf5"), (css[dark..], "#151513") })
        {
            Assert.Contains($"--paper: {paper}", sheet, StringComparison.Ordinal);
            foreach (Match colour in Regex.Matches(sheet, @"--(?:up|down): (#[0-9a-f]{6})"))
            {
                Assert.True(Contrast(colour.Groups[1].Value, paper) >= 4.5, $"{colour.Value} on {paper}");
                seen++;
            }
        }

        // Two of each pair, the usual pair twice for the form that shows both, in light and dark.
        Assert.Equal(12, seen);
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    // WCAG 2.2, relative luminance.
    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }
}
