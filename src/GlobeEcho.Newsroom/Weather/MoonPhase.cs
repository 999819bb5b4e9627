namespace GlobeEcho.Newsroom.Weather;

/// <summary>The eight names of the moon's phase. The four principal ones are of a moment; here they stand for the half day before and after it.</summary>
public enum MoonPhase
{
    NewMoon,
    WaxingCrescent,
    FirstQuarter,
    WaxingGibbous,
    FullMoon,
    WaningGibbous,
    LastQuarter,
    WaningCrescent,
}
