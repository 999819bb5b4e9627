using System.Globalization;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>One bounded round of the weather: note what was looked at, then ask for the forecasts and warnings that are due.</summary>
public sealed class WeatherRound(
    NewsArchive archive, WeatherStore store, WeatherWires wires, TimeProvider clock, IOptions<WeatherOptions> options, ILogger<WeatherRound> log)
{
    // Forecasts asked for in one round; what is left follows in the next one, at once.
    private const int Batch = 100;

    // Requests under way at once. The Fetcher spaces those to one host.
    private const int AtOnce = 4;

    // A place that was looked at within this time keeps its seat against a newcomer.
    private static readonly TimeSpan Busy = TimeSpan.FromHours(1);

    // Places beyond those kept fresh whose last forecast is still there when somebody comes back to them.
    private const int StalePerFresh = 2;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(2);

    private readonly WeatherSchedule _forecasts = new(TimeSpan.FromMinutes(options.Value.ForecastMinutes), FirstRetry);
    private readonly WeatherSchedule _alerts = new(TimeSpan.FromMinutes(options.Value.AlertMinutes), TimeSpan.FromMinutes(options.Value.AlertMinutes));

    // A provider that asks to be left alone means all our requests, not those for one place.
    private long _restUntil;

    private int Keep => options.Value.KeepPlaces;

    internal async Task<WeatherReport> RunAsync(WantedPlaces wanted, CancellationToken cancel)
    {
        await NoteAsync(wanted, cancel);
        var tally = new Tally();
        var more = await AskForecastsAsync(tally, cancel);
        await AskAlertsAsync(tally, cancel);
        await using var session = await archive.ReadAsync(cancel);
        var next = wires.Forecasts is null ? null : await store.NextDueAsync(session, Since(), Keep, cancel);
        if (next < RestUntil)
            next = RestUntil;
        return new WeatherReport(tally.Asked, tally.Fresh, tally.Unchanged, tally.Failed, more, next);
    }

    private DateTimeOffset RestUntil => new(Interlocked.Read(ref _restUntil), TimeSpan.Zero);

    private DateTimeOffset Since() => clock.GetUtcNow().AddHours(-options.Value.FreshHours);

    private async Task NoteAsync(WantedPlaces wanted, CancellationToken cancel)
    {
        var (looks, found) = wanted.Take();
        var now = clock.GetUtcNow();
        var refused = new List<PlaceId>();
        await using (var session = await archive.WriteAsync(cancel))
        {
            foreach (var (place, look) in looks)
            {
                if (!await store.LookAsync(session, place, look, now - Busy, Keep, cancel))
                    refused.Add(place.Id);
            }

            if (found.Count > 0)
                await store.RememberAsync(session, found, now, cancel);
            await store.ForgetAsync(session, Keep * StalePerFresh, now, cancel);
            await store.ForgetAlertsAsync(session, now.AddDays(-2), cancel);
            await session.CommitAsync(cancel);
        }

        wanted.Refuse(refused);
        if (refused.Count > 0)
            WeatherLog.NoSeat(log, refused.Count);
    }

    /// <summary>Returns whether more is due.</summary>
    private async Task<bool> AskForecastsAsync(Tally tally, CancellationToken cancel)
    {
        if (wires.Forecasts is not { } client || clock.GetUtcNow() < RestUntil)
            return false;
        IReadOnlyList<KeptForecast> due;
        await using (var session = await archive.ReadAsync(cancel))
            due = await store.DueAsync(session, client.Source, Since(), Keep, clock.GetUtcNow(), Batch, cancel);

        var several = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(due.Chunk(client.PlacesAtOnce), several, async (kept, stop) =>
        {
            if (clock.GetUtcNow() < RestUntil)
                return;
            // Validators of another provider say nothing to this one, and without a forecast there is nothing they could confirm.
            var questions = kept.Select(k => k.Source == client.Source && k.Forecast is not null
                ? new ForecastQuestion(k.Place, k.ETag, k.LastModified)
                : new ForecastQuestion(k.Place)).ToList();
            var answers = await client.AskAsync(questions, stop);
            await using var session = await archive.WriteAsync(stop);
            foreach (var (before, answer) in kept.Zip(answers))
                await SaveAsync(session, client.Source, before, answer, tally, stop);
            await session.CommitAsync(stop);
        });
        return due.Count == Batch && clock.GetUtcNow() >= RestUntil;
    }

    private async Task SaveAsync(
        ArchiveSession session, ForecastSource source, KeptForecast before, Answer<Forecast> answer, Tally tally, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var key = before.Place.Id.Value.ToString(CultureInfo.InvariantCulture);
        tally.Count(answer);
        switch (answer)
        {
            case Answer<Forecast>.Fresh fresh:
                await store.SaveAsync(session, source, fresh.Value, fresh.ETag, fresh.LastModified, _forecasts.Next(key, fresh.Value.FreshUntil, now), cancel);
                break;
            case Answer<Forecast>.Unchanged same:
                await store.ConfirmAsync(session, before.Place.Id, now, same.FreshUntil ?? now, _forecasts.Next(key, same.FreshUntil, now), cancel);
                break;
            case Answer<Forecast>.Failed failed:
                var failures = before.Failures + 1;
                var next = _forecasts.Retry(key, failures, failed.RetryAfter, now);
                if (failed.RetryAfter is { } rest)
                    Interlocked.Exchange(ref _restUntil, (now + rest).UtcTicks);
                await store.FailAsync(session, before.Place.Id, source, failures, failed.Reason, next, cancel);
                WeatherLog.NoForecast(log, before.Place.Name, source, failures, failed.Reason);
                break;
            default:
                throw new InvalidOperationException($"A question cannot end as {answer}.");
        }
    }

    private async Task AskAlertsAsync(Tally tally, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        List<(Place Place, IAlertClient Client, KeptAlerts Kept)> due;
        await using (var session = await archive.ReadAsync(cancel))
        {
            var places = await store.FreshPlacesAsync(session, Since(), Keep, cancel);
            var areas = places.Select(p => (Place: p, Alerts: wires.AlertsFor(p))).Where(a => a.Alerts is not null).DistinctBy(a => a.Alerts!.Value.Area).ToList();
            var kept = await store.AlertsAsync(session, areas.Select(a => a.Alerts!.Value.Area), cancel);
            due = areas.Select(a => (
                    a.Place,
                    a.Alerts!.Value.Client,
                    kept.GetValueOrDefault(a.Alerts.Value.Area) ?? new KeptAlerts(a.Alerts.Value.Area, null, null, null, null, default, 0, null)))
                .Where(a => a.Item3.NextDue <= now).ToList();
        }

        var several = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(due, several, async (area, stop) =>
        {
            var known = area.Kept.Alerts is not null;
            var answer = await area.Client.AskAsync(area.Place, known ? area.Kept.ETag : null, known ? area.Kept.LastModified : null, stop);
            tally.Count(answer);
            await using var session = await archive.WriteAsync(stop);
            await store.SaveAsync(session, Judge(area.Kept, answer), stop);
            await session.CommitAsync(stop);
        });
    }

    private KeptAlerts Judge(KeptAlerts kept, Answer<IReadOnlyList<WeatherAlert>> answer)
    {
        var now = clock.GetUtcNow();
        switch (answer)
        {
            case Answer<IReadOnlyList<WeatherAlert>>.Fresh fresh:
                return new KeptAlerts(kept.Area, fresh.Value, now, fresh.ETag, fresh.LastModified, _alerts.Next(kept.Area, fresh.FreshUntil, now), 0, null);
            case Answer<IReadOnlyList<WeatherAlert>>.Unchanged same:
                return kept with { Read = now, NextDue = _alerts.Next(kept.Area, same.FreshUntil, now), Failures = 0, FailureReason = null };
            case Answer<IReadOnlyList<WeatherAlert>>.Failed failed:
                var failures = kept.Failures + 1;
                WeatherLog.NoAlerts(log, kept.Area, failures, failed.Reason);
                return kept with { NextDue = _alerts.Retry(kept.Area, failures, failed.RetryAfter, now), Failures = failures, FailureReason = failed.Reason };
            default:
                throw new InvalidOperationException($"A question cannot end as {answer}.");
        }
    }

    private sealed class Tally
    {
        private int _fresh;
        private int _unchanged;
        private int _failed;

        public int Fresh => _fresh;
        public int Unchanged => _unchanged;
        public int Failed => _failed;
        public int Asked => _fresh + _unchanged + _failed;

        public void Count<T>(Answer<T> answer) =>
            Interlocked.Increment(ref answer is Answer<T>.Fresh ? ref _fresh : ref answer is Answer<T>.Unchanged ? ref _unchanged : ref _failed);
    }
}
