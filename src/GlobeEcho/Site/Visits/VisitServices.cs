using GlobeEcho.Newsroom.Archive;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging.Abstractions;

namespace GlobeEcho.Site.Visits;

/// <summary>Furnishes the visits: the keys that seal them lie beside the archive, and go where it goes.</summary>
public static class VisitServices
{
    public static IServiceCollection AddVisits(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("globe-echo");
        services.AddOptions<KeyManagementOptions>().Configure<NewsArchive>((keys, archive) => keys.XmlRepository = new FileSystemXmlRepository(
            new DirectoryInfo(Path.Combine(Path.GetDirectoryName(archive.File)!, "keys")), NullLoggerFactory.Instance));
        return services.AddSingleton<VisitCookie>();
    }
}
