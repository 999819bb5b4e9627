using System.CommandLine;
using GlobeEcho.Newsroom;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Site;
using GlobeEcho.Site.BriefingPage;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Commands;

/// <summary>The newsroom's services for a command that serves no pages, and the configuration all commands share.</summary>
internal static class NewsroomHost
{
    public static ServiceProvider Open(ParseResult command) => Open(command, static (_, _) => { });

    /// <summary>The same, with what it takes to write an edition to take away.</summary>
    public static ServiceProvider OpenPaper(ParseResult command) =>
        Open(command, static (services, configuration) =>
        {
            services.AddOptions<SiteOptions>().Bind(configuration.GetSection("Site")).ValidateDataAnnotations().ValidateOnStart();
            services.AddBriefings();
        });

    private static ServiceProvider Open(ParseResult command, Action<IServiceCollection, IConfiguration> more)
    {
        var configuration = new ConfigurationManager();
        Configure(configuration, command);
        var services = new ServiceCollection();
        services.AddLogging(log => Log(log, LogLevel.Warning));
        services.AddNewsroom(configuration);
        more(services, configuration);
        var provider = services.BuildServiceProvider();
        // ValidateOnStart needs a host's start; without one the check is asked for here.
        provider.GetRequiredService<IStartupValidator>().Validate();
        return provider;
    }

    /// <summary>globe-echo.json in the current folder, then the environment (Fetching__Contact), then the command line.</summary>
    public static void Configure(IConfigurationBuilder configuration, ParseResult command)
    {
        configuration.AddJsonFile(Path.GetFullPath("globe-echo.json"), optional: true, reloadOnChange: false);
        configuration.AddEnvironmentVariables();
        if (command.GetValue(CommandOptions.Data) is { } data)
            configuration.AddInMemoryCollection([KeyValuePair.Create("Archive:Folder", (string?)data.FullName)]);
    }

    /// <summary>Keeps the data folder to this process for as long as the result lives.</summary>
    public static ArchiveLock Lock(IServiceProvider services) => ArchiveLock.Take(services.GetRequiredService<IOptions<ArchiveOptions>>().Value.Folder);

    public static void Log(ILoggingBuilder log, LogLevel level)
    {
        log.SetMinimumLevel(level);
        log.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        // The keys seal the minutes of readers' visits; that they lie unencrypted in the data folder is nothing to warn of (decision 18).
        log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // The host's own line about a bound address repeats ours.
        log.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
    }
}
