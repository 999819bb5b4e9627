using System.CommandLine;
using GlobeEcho.Commands.Sample;
using GlobeEcho.Newsroom;
using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Newsroom.Weather;
using GlobeEcho.Site;
using GlobeEcho.Site.BriefingPage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GlobeEcho.Commands;

/// <summary><c>globe-echo serve</c>: the paper on a web address, and the newsroom behind it.</summary>
internal static class ServeCommand
{
    private static readonly Option<bool> Sample = new("--sample")
    {
        Description = "Read the sample wire (invented publishers, the world of 22-24 May 2024) from this machine instead of the live world.",
    };

    private static readonly Option<int> SamplePort = new("--sample-port")
    {
        Description = "The loopback port the sample wire is served on.",
        DefaultValueFactory = _ => 5081,
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where the paper is served; several with ';'.",
        DefaultValueFactory = _ => "http://localhost:5080",
    };

    public static Command Create()
    {
        var command = new Command("serve", "Serve the paper and keep it fresh. Try it with --sample.")
        {
            Sample, SamplePort, CommandOptions.Feeds, CommandOptions.Data, Urls,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult command, CancellationToken cancel)
    {
        await using var sample = command.GetValue(Sample) ? await SampleWire.StartAsync(command.GetValue(SamplePort), cancel) : null;
        using var scratch = sample is not null && command.GetValue(CommandOptions.Data) is null ? new ScratchFolder() : null;
        var feeds = command.GetValue(CommandOptions.Feeds)!.ToList();

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "globe-echo" });
        NewsroomHost.Configure(builder.Configuration, command);
        NewsroomHost.Log(builder.Logging, LogLevel.Information);
        if (sample is not null)
        {
            feeds.Add(sample.FeedList.AbsoluteUri);
            builder.Configuration.AddInMemoryCollection(sample.Configuration(scratch?.Path));
            builder.Services.AddSingleton(sample.Clock);
        }

        builder.WebHost.UseUrls(command.GetValue(Urls)!);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(4));
        builder.Services.AddNewsroom(builder.Configuration).AddSite()
            .AddHostedService<NewsroomLoop>().AddHostedService<WeatherLoop>().AddHostedService<MarketsLoop>()
            .AddHostedService<BriefingMailLoop>();
        await using var app = builder.Build();
        app.MapSite();

        using var held = NewsroomHost.Lock(app.Services);
        await FeedLists.ImportAsync(app.Services, feeds, cancel);
        await app.StartAsync(cancel);
        foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses)
            await Console.Out.WriteLineAsync($"Globe Echo is on {address} - Ctrl-C stops it.");
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    /// <summary>The sample's archive: made for this run, and gone after it.</summary>
    private sealed class ScratchFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("globe-echo-sample-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
