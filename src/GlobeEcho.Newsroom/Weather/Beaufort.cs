namespace GlobeEcho.Newsroom.Weather;

/// <summary>The force of the wind, 0 to 12, with its name.</summary>
public readonly record struct Beaufort(int Force, string Words)
{
    // Metres a second at which each force from 1 on begins (WMO No. 8, ten metres above open flat ground).
    private static readonly double[] From = [0.3, 1.6, 3.4, 5.5, 8.0, 10.8, 13.9, 17.2, 20.8, 24.5, 28.5, 32.7];

    private static readonly string[] Names =
    [
        "calm", "light air", "light breeze", "gentle breeze", "moderate breeze", "fresh breeze", "strong breeze",
        "near gale", "gale", "strong gale", "storm", "violent storm", "hurricane",
    ];

    public static Beaufort Of(double metresPerSecond)
    {
        // The scale counts tenths: 0.25 is 0.3 and with it force 1.
        var force = From.Count(f => Math.Round(metresPerSecond, 1, MidpointRounding.AwayFromZero) >= f);
        return new Beaufort(force, Names[force]);
    }
}
