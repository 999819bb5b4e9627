using GlobeEcho.Site.Echo;

namespace GlobeEcho.Site.WeatherPage;

/// <summary>The lit part of the moon's disc as an outline around the origin.</summary>
public static class MoonDisc
{
    /// <param name="lit">0 at new moon to 1 at full moon.</param>
    /// <param name="rightLit">The lit limb: right while it waxes in the north, left in the south.</param>
    public static string Lit(double lit, bool rightLit, double radius)
    {
        var part = Math.Clamp(lit, 0, 1);
        var r = Ring.Number(radius);
        // The shadow's edge is half an ellipse; it bows over the middle once more than half is lit.
        var width = Ring.Number(Math.Abs(1 - (2 * part)) * radius);
        var limb = rightLit ? 1 : 0;
        var edge = part > 0.5 == rightLit ? 1 : 0;
        return $"M0-{r}A{r} {r} 0 0 {limb} 0 {r}A{width} {r} 0 0 {edge} 0-{r}Z";
    }
}
