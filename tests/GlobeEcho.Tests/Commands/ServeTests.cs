using System.Net;
using System.Net.Sockets;
using GlobeEcho.Newsroom.Archive;

namespace GlobeEcho.Tests.Commands;

public sealed class ServeTests : IDisposable
{
    private static readonly Dictionary<string, string> Nothing = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-serve-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Second_serve_on_the_same_folder_says_so_and_exits()
    {
        using var held = ArchiveLock.Take(_folder);

        using var second = GlobeEchoProcess.Start(Nothing, "serve", "--data", _folder, "--urls", "http://127.0.0.1:0");
        var (exitCode, _, errors) = await second.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("in use by another globe-echo", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("Archive__RawPageDays", "99999", "Archive:RawPageDays")]
    [InlineData("Archive__RawPageDays", "many", "Archive:RawPageDays")]
    [InlineData("Fetching__MaxBites", "1", "MaxBites")]
    public async Task Wrong_configuration_stops_the_start_and_names_the_key(string key, string value, string named)
    {
        using var process = GlobeEchoProcess.Start(new Dictionary<string, string> { [key] = value }, "serve", "--data", _folder, "--urls", "http://127.0.0.1:0");
        var (exitCode, _, errors) = await process.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains(named, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_in_use_is_told_in_a_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        using var process = GlobeEchoProcess.Start(
            new Dictionary<string, string> { ["Newsroom__PassEverySeconds"] = "3600" },
            "serve", "--data", _folder, "--feeds", await EmptyListAsync(), "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
        var (exitCode, _, errors) = await process.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("--urls", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupt_ends_it_cleanly()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Sends a Unix signal.");
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}";
        port.Stop();
        using var process = GlobeEchoProcess.Start(Nothing, "serve", "--data", _folder, "--feeds", await EmptyListAsync(), "--urls", address);
        using var http = new HttpClient();
        while (!await AnswersAsync(http, address))
            await Task.Delay(50, TestContext.Current.CancellationToken);

        using var signal = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        var (exitCode, _, errors) = await process.EndAsync();

        // 130 would be the command line's own end after five seconds of waiting in vain.
        Assert.True(exitCode == 0, $"exit code {exitCode}: {errors}");
        using var free = ArchiveLock.Take(_folder);
    }

    private static async Task<bool> AnswersAsync(HttpClient http, string address)
    {
        try
        {
            using var answer = await http.GetAsync(address, TestContext.Current.CancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<string> EmptyListAsync()
    {
        var file = Path.Combine(_folder, "none.opml");
        await File.WriteAllTextAsync(file, "<opml version=\"2.0\"><head><title>None</title></head><body/></opml>", TestContext.Current.CancellationToken);
        return file;
    }
}
