namespace GlobeEcho.Site.Quotes;

/// <summary>The two colours of a change. Sign and arrow say the same without them.</summary>
public enum ChangeColours
{
    GreenRed,
    BlueOrange,
}
