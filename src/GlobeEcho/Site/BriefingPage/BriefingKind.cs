namespace GlobeEcho.Site.BriefingPage;

/// <summary>The two editions a day that are made to be taken away. The names are addresses (/morning).</summary>
public enum BriefingKind
{
    Morning,
    Evening,
}
