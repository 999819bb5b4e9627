using System.Globalization;

namespace GlobeEcho.Site.Echo;

/// <summary>Numbers and outlines as SVG writes them.</summary>
public static class Ring
{
    /// <summary>How tall the ring of the n-th voice stands over the line, in pixels: an echo widens, up to a limit.</summary>
    public static double Reach(int voice, double limit) => Math.Min((0.3 * limit) + (0.12 * limit * (voice - 1)), limit);

    /// <summary>A ring's arc, open to the left, around the origin.</summary>
    public static string Arc(double reach)
    {
        var (y, bow) = (Number(reach), Number(reach * 0.8));
        return $"M0-{y}Q{bow} 0 0 {y}";
    }

    public static string Percent(double value) => Number(value) + "%";

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
