using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace GlobeEcho.Tests;

/// <summary>A server on a free port of this machine that does what a test tells it to.</summary>
internal static class LoopbackHost
{
    public static WebApplication New()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }
}
