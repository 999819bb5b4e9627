using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.BriefingPage;

/// <summary>What it takes to write an edition without the pages around it: for the site and for commands.</summary>
public static class BriefingServices
{
    /// <summary>The newsroom's desks, a <see cref="TimeProvider"/> and <see cref="SiteOptions"/> must be there already.</summary>
    public static IServiceCollection AddBriefings(this IServiceCollection services) => services
        .AddSingleton<PaperTime>()
        .AddSingleton<BriefingQuery>()
        .AddSingleton<BriefingMail>();
}
