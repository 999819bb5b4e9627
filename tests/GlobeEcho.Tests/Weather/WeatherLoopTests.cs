using System.Collections.Concurrent;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Weather;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GlobeEcho.Tests.Weather;

public sealed class WeatherLoopTests
{
    private readonly KeptLog _log = new();

    [Fact]
    public async Task A_place_somebody_wants_is_fetched_at_once()
    {
        await using var room = await OpenAsync();
        using var loop = await StartAsync(room);
        await room.LookAsync(WeatherRoom.Minsk);
        // The pause between two rounds is a second; without the call it would be a minute.
        await UntilAsync(room, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20), async () => (await room.LookAsync(WeatherRoom.Minsk)).Forecast is not null, looks: 200);
        await loop.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_forecast_is_kept_fresh_by_itself_as_long_as_somebody_looks()
    {
        await using var room = await OpenAsync();
        await room.LookAsync(WeatherRoom.Minsk);
        using var loop = await StartAsync(room);
        await UntilAsync(room, TimeSpan.FromMinutes(3), TimeSpan.FromHours(9), () => Task.FromResult(room.Wire.Count(MetNorwayPages.Path) >= 4));
        Assert.Empty(room.Wire.Breaches);
        await loop.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_provider_that_was_down_for_hours_is_found_again()
    {
        await using var room = await OpenAsync();
        room.Wire.Break(MetNorwayPages.Path, 503);
        await room.LookAsync(WeatherRoom.Minsk);
        using var loop = await StartAsync(room);
        await UntilAsync(room, TimeSpan.FromMinutes(3), TimeSpan.FromHours(24), () => Task.FromResult(room.Wire.Count(MetNorwayPages.Path) >= 6));
        var down = room.Clock.GetUtcNow() - WeatherRoom.Start;
        Assert.True(down > TimeSpan.FromMinutes(50), $"six tries took only {down}");
        room.Wire.Mend(MetNorwayPages.Path);
        await UntilAsync(room, TimeSpan.FromMinutes(3), TimeSpan.FromHours(24), async () => (await room.LookAsync(WeatherRoom.Minsk)) is { Forecast: not null, Trouble: null });
        await loop.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_round_that_throws_is_logged_and_tried_again()
    {
        await using var room = await OpenAsync();
        await RenameAsync(room, "weather_warning", "elsewhere");
        using var loop = await StartAsync(room);
        await UntilAsync(room, TimeSpan.FromSeconds(20), TimeSpan.FromHours(2), () => Task.FromResult(_log.Errors.Any()));
        Assert.IsType<ArchiveException>(_log.Errors.First());

        await RenameAsync(room, "elsewhere", "weather_warning");
        await room.LookAsync(WeatherRoom.Minsk);
        await UntilAsync(room, TimeSpan.FromSeconds(20), TimeSpan.FromHours(2), async () => (await room.LookAsync(WeatherRoom.Minsk)).Forecast is not null);
        await loop.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_loop_stops_when_it_is_told_to()
    {
        await using var room = await OpenAsync();
        using var loop = await StartAsync(room);
        await room.LookAsync(WeatherRoom.Minsk);
        await UntilAsync(room, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), () => Task.FromResult(room.Wire.Count(MetNorwayPages.Path) > 0));
        await loop.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(loop.ExecuteTask!.IsCompletedSuccessfully);
    }

    private static async Task<WeatherRoom> OpenAsync()
    {
        var room = await WeatherRoom.OpenAsync();
        room.Wire.Serve(MetNorwayPages.Path, MetNorwayPages.Forecast(WeatherRoom.Start.AddMinutes(-20), 12));
        return room;
    }

    private static async Task RenameAsync(WeatherRoom room, string table, string name)
    {
        await using var session = await room.Services.GetRequiredService<NewsArchive>().WriteAsync(TestContext.Current.CancellationToken);
        await session.ExecuteAsync($"ALTER TABLE {table} RENAME TO {name}", null, TestContext.Current.CancellationToken);
        await session.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Moves the clock on until something is so; fails when it is not so within a time of that clock.</summary>
    private static async Task UntilAsync(WeatherRoom room, TimeSpan step, TimeSpan atMost, Func<Task<bool>> isSo, int looks = 5)
    {
        var end = room.Clock.GetUtcNow() + atMost;
        while (!await isSo())
        {
            Assert.True(room.Clock.GetUtcNow() < end, $"It was not so within {atMost}.");
            room.Clock.Advance(step);
            // The loop works on other threads and on real sockets: let it.
            for (var i = 0; i < looks && !await isSo(); i++)
                await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    private async Task<WeatherLoop> StartAsync(WeatherRoom room)
    {
        var loop = new WeatherLoop(room.Desk, room.Clock, _log);
        await loop.StartAsync(TestContext.Current.CancellationToken);
        return loop;
    }

    private sealed class KeptLog : ILogger<WeatherLoop>
    {
        private readonly ConcurrentQueue<Exception> _errors = new();

        public IEnumerable<Exception> Errors => _errors;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error && exception is not null)
                _errors.Enqueue(exception);
        }
    }
}
