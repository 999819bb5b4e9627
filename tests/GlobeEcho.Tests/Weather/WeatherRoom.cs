using GlobeEcho.Newsroom;
using GlobeEcho.Newsroom.Text;
using GlobeEcho.Newsroom.Weather;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Weather;

/// <summary>The room Weather as AddNewsroom furnishes it, over a real archive in a folder of its own, with the services on loopback.</summary>
internal sealed class WeatherRoom : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2024, 5, 24, 12, 20, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-weather-").FullName;
    private readonly Dictionary<string, string?> _settings;
    private ServiceProvider _services;

    private WeatherRoom(FakeTimeProvider clock, WeatherWire wire, Action<Dictionary<string, string?>>? configure)
    {
        (Clock, Wire) = (clock, wire);
        _settings = new Dictionary<string, string?>
        {
            ["Archive:Folder"] = _folder,
            ["Fetching:AllowedHosts:0"] = wire.Origin.Authority,
            ["Fetching:Contact"] = "paper@example.org",
            ["Weather:MetNorway"] = new Uri(wire.Origin, MetNorwayPages.Path).AbsoluteUri,
            ["Weather:OpenMeteo"] = new Uri(wire.Origin, "/v1/forecast").AbsoluteUri,
            ["Weather:Geocoding"] = new Uri(wire.Origin, "/v1/search").AbsoluteUri,
            ["Weather:MeteoAlarm"] = new Uri(wire.Origin, "/feeds/").AbsoluteUri,
            ["Weather:Nws"] = new Uri(wire.Origin, "/alerts/active").AbsoluteUri,
        };
        configure?.Invoke(_settings);
        _services = Furnish();
    }

    public static Place Minsk => Gazetteer.CapitalOf("BY")!;

    public static Place Warsaw => Gazetteer.CapitalOf("PL")!;

    public static Place Washington => Gazetteer.CapitalOf("US")!;

    public FakeTimeProvider Clock { get; }

    public WeatherWire Wire { get; }

    public WeatherDesk Desk => _services.GetRequiredService<WeatherDesk>();

    public IServiceProvider Services => _services;

    public static async Task<WeatherRoom> OpenAsync(Action<Dictionary<string, string?>>? configure = null)
    {
        var clock = new FakeTimeProvider(Start);
        return new WeatherRoom(clock, await WeatherWire.StartAsync(clock), configure);
    }

    public async Task<PlaceWeather> LookAsync(Place place) => Assert.Single(await Desk.LookAsync([place], TestContext.Current.CancellationToken));

    public Task<WeatherReport> RoundAsync() => Desk.RefreshAsync(TestContext.Current.CancellationToken);

    /// <summary>Looks, runs a round and looks again.</summary>
    public async Task<PlaceWeather> FetchAsync(Place place)
    {
        await LookAsync(place);
        await RoundAsync();
        return await LookAsync(place);
    }

    /// <summary>A new process over the same archive.</summary>
    public async Task RestartAsync(Action<Dictionary<string, string?>>? configure = null)
    {
        await _services.DisposeAsync();
        configure?.Invoke(_settings);
        _services = Furnish();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Wire.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Furnish()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        var services = new ServiceCollection();
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<TimeProvider>(Clock);
        // The Fetcher's deadlines and freshness are of the test's clock too.
        services.AddNewsroom(configuration);
        return services.BuildServiceProvider();
    }
}
