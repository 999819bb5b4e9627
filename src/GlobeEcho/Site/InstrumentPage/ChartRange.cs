namespace GlobeEcho.Site.InstrumentPage;

/// <summary>How far back a chart goes.</summary>
public enum ChartRange
{
    Day,
    Month,
    Year,
    All,
}
