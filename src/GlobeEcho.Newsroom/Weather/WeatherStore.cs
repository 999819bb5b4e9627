using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>
/// Wanted places with their last good forecast, areas with their warnings, and places the geocoder found, as rows. Owns weather_forecast,
/// weather_warning and weather_place. Thread-safe.
/// </summary>
public sealed class WeatherStore
{
    // Places of the geocoder that are remembered; a row is about 200 bytes.
    private const int MostPlaces = 10_000;

    private const string ForecastColumns =
        """
        place_id AS id, place, source, stored, fetched, fresh_until AS freshUntil, etag, last_modified AS lastModified, next_due AS nextDue,
        failures, failure_reason AS failureReason
        """;

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    // A forecast is some 25 KB of JSON, and the capitals' page asks for two hundred: each is read once, until it is stored anew.
    private readonly ConcurrentDictionary<long, (long Stored, Forecast Forecast)> _read = new();

    /// <summary>The wanted ones among these places.</summary>
    internal async Task<IReadOnlyDictionary<PlaceId, KeptForecast>> FindAsync(ArchiveSession session, IEnumerable<PlaceId> places, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<ForecastRow>(
            $"SELECT {ForecastColumns} FROM weather_forecast WHERE place_id IN @ids", new { ids = places.Select(p => p.Value).Distinct().ToList() }, cancel);
        return (await KeptAsync(session, rows, cancel)).ToDictionary(k => k.Place.Id);
    }

    /// <summary>The places that are kept fresh: those looked at last, and not before <paramref name="since"/>.</summary>
    internal async Task<IReadOnlyList<Place>> FreshPlacesAsync(ArchiveSession session, DateTimeOffset since, int limit, CancellationToken cancel) =>
        (await session.QueryAsync<string>(
            "SELECT place FROM weather_forecast WHERE last_look >= @since ORDER BY last_look DESC, place_id LIMIT @limit",
            new { since = since.ToUnixTimeMilliseconds(), limit },
            cancel)).Select(Parse<Place>).ToList();

    /// <summary>
    /// Those of the places that are kept fresh whose time has come, the longest overdue first. What another provider was asked for last is due at once.
    /// </summary>
    internal async Task<IReadOnlyList<KeptForecast>> DueAsync(
        ArchiveSession session, ForecastSource source, DateTimeOffset since, int keep, DateTimeOffset now, int limit, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<ForecastRow>(
            $"""
            SELECT {ForecastColumns} FROM (SELECT * FROM weather_forecast WHERE last_look >= @since ORDER BY last_look DESC, place_id LIMIT @keep)
            WHERE next_due <= @now OR (source IS NOT NULL AND source <> @source) ORDER BY next_due, last_look DESC LIMIT @limit
            """,
            new { since = since.ToUnixTimeMilliseconds(), keep, now = now.ToUnixTimeMilliseconds(), source = source.ToString(), limit },
            cancel);
        return await KeptAsync(session, rows, cancel);
    }

    /// <summary>
    /// Notes when a place was last looked at. A place that is new needs a free seat: fewer than <paramref name="keep"/> looked at since
    /// <paramref name="busySince"/>. Returns false when there is none.
    /// </summary>
    internal async Task<bool> LookAsync(ArchiveSession session, Place place, DateTimeOffset look, DateTimeOffset busySince, int keep, CancellationToken cancel) =>
        await session.ExecuteAsync(
            """
            INSERT INTO weather_forecast (place_id, place, last_look)
            SELECT @id, @place, @look WHERE EXISTS (SELECT 1 FROM weather_forecast WHERE place_id = @id)
              OR (SELECT count(*) FROM weather_forecast WHERE last_look >= @busy) < @keep
            ON CONFLICT (place_id) DO UPDATE SET last_look = max(last_look, excluded.last_look), place = excluded.place
            """,
            new
            {
                id = place.Id.Value,
                place = Write(place),
                look = look.ToUnixTimeMilliseconds(),
                busy = busySince.ToUnixTimeMilliseconds(),
                keep,
            },
            cancel) == 1;

    /// <summary>Forgets the places beyond the limit that were looked at longest ago, once their provider may be asked again; returns how many.</summary>
    internal async Task<int> ForgetAsync(ArchiveSession session, int keep, DateTimeOffset now, CancellationToken cancel)
    {
        var gone = await session.QueryAsync<long>(
            """
            SELECT place_id FROM weather_forecast WHERE next_due <= @now
              AND place_id NOT IN (SELECT place_id FROM weather_forecast ORDER BY last_look DESC, place_id LIMIT @keep)
            """,
            new { keep, now = now.ToUnixTimeMilliseconds() },
            cancel);
        foreach (var id in gone)
            _read.TryRemove(id, out _);
        await session.ExecuteAsync("DELETE FROM weather_forecast WHERE place_id = @id", gone.Select(id => new { id }).ToList(), cancel);
        return gone.Count;
    }

    /// <summary>Keeps a new forecast as the last good one.</summary>
    internal Task SaveAsync(
        ArchiveSession session, ForecastSource source, Forecast forecast, string? etag, string? lastModified, DateTimeOffset nextDue, CancellationToken cancel) =>
        session.ExecuteAsync(
            """
            UPDATE weather_forecast SET source = @source, forecast = @forecast, stored = stored + 1, fetched = @fetched, fresh_until = @freshUntil,
              etag = @etag, last_modified = @lastModified, next_due = @nextDue, failures = 0, failure_reason = NULL
            WHERE place_id = @id
            """,
            new
            {
                id = forecast.Place.Id.Value,
                source = source.ToString(),
                forecast = Write(forecast),
                fetched = forecast.Fetched.ToUnixTimeMilliseconds(),
                freshUntil = forecast.FreshUntil.ToUnixTimeMilliseconds(),
                etag,
                lastModified,
                nextDue = nextDue.ToUnixTimeMilliseconds(),
            },
            cancel);

    /// <summary>Notes that the last good forecast still holds.</summary>
    internal Task ConfirmAsync(ArchiveSession session, PlaceId place, DateTimeOffset now, DateTimeOffset freshUntil, DateTimeOffset nextDue, CancellationToken cancel) =>
        session.ExecuteAsync(
            """
            UPDATE weather_forecast SET fetched = @now, fresh_until = @freshUntil, next_due = @nextDue, failures = 0, failure_reason = NULL
            WHERE place_id = @id
            """,
            new
            {
                id = place.Value,
                now = now.ToUnixTimeMilliseconds(),
                freshUntil = freshUntil.ToUnixTimeMilliseconds(),
                nextDue = nextDue.ToUnixTimeMilliseconds(),
            },
            cancel);

    /// <summary>Notes a failure; the last good forecast stays.</summary>
    internal Task FailAsync(
        ArchiveSession session, PlaceId place, ForecastSource source, int failures, string reason, DateTimeOffset nextDue, CancellationToken cancel) =>
        session.ExecuteAsync(
            """
            UPDATE weather_forecast SET failures = @failures, failure_reason = @reason, next_due = @nextDue,
              etag = CASE WHEN source = @source THEN etag END, last_modified = CASE WHEN source = @source THEN last_modified END, source = @source
            WHERE place_id = @id
            """,
            new { id = place.Value, source = source.ToString(), failures, reason, nextDue = nextDue.ToUnixTimeMilliseconds() },
            cancel);

    /// <summary>When the next of the places that are kept fresh is due; null when there is none.</summary>
    internal async Task<DateTimeOffset?> NextDueAsync(ArchiveSession session, DateTimeOffset since, int keep, CancellationToken cancel) =>
        Moment(await session.FirstAsync<long?>(
            "SELECT min(next_due) FROM (SELECT next_due FROM weather_forecast WHERE last_look >= @since ORDER BY last_look DESC, place_id LIMIT @keep)",
            new { since = since.ToUnixTimeMilliseconds(), keep },
            cancel));

    internal async Task<IReadOnlyDictionary<string, KeptAlerts>> AlertsAsync(ArchiveSession session, IEnumerable<string> areas, CancellationToken cancel) =>
        (await session.QueryAsync<WarningRow>(
            """
            SELECT area, alerts, read, etag, last_modified AS lastModified, next_due AS nextDue, failures, failure_reason AS failureReason
            FROM weather_warning WHERE area IN @areas
            """,
            new { areas = areas.Distinct().ToList() },
            cancel)).ToDictionary(r => r.Area, r => r.ToKept());

    /// <summary>Writes an area's warnings and how the service does.</summary>
    internal Task SaveAsync(ArchiveSession session, KeptAlerts kept, CancellationToken cancel) => session.ExecuteAsync(
        """
        INSERT INTO weather_warning (area, alerts, read, etag, last_modified, next_due, failures, failure_reason)
        VALUES (@area, @alerts, @read, @etag, @lastModified, @nextDue, @failures, @failureReason)
        ON CONFLICT (area) DO UPDATE SET alerts = excluded.alerts, read = excluded.read, etag = excluded.etag, last_modified = excluded.last_modified,
          next_due = excluded.next_due, failures = excluded.failures, failure_reason = excluded.failure_reason
        """,
        new
        {
            area = kept.Area,
            alerts = kept.Alerts is null ? null : Write(kept.Alerts),
            read = kept.Read?.ToUnixTimeMilliseconds(),
            etag = kept.ETag,
            lastModified = kept.LastModified,
            nextDue = kept.NextDue.ToUnixTimeMilliseconds(),
            failures = kept.Failures,
            failureReason = kept.FailureReason,
        },
        cancel);

    /// <summary>Forgets the warnings of areas nobody has asked for since a moment.</summary>
    internal Task ForgetAlertsAsync(ArchiveSession session, DateTimeOffset before, CancellationToken cancel) =>
        session.ExecuteAsync("DELETE FROM weather_warning WHERE next_due < @before", new { before = before.ToUnixTimeMilliseconds() }, cancel);

    /// <summary>Remembers places the geocoder found; beyond ten thousand those found longest ago are forgotten.</summary>
    internal async Task RememberAsync(ArchiveSession session, IReadOnlyList<Place> places, DateTimeOffset now, CancellationToken cancel)
    {
        await session.ExecuteAsync(
            "INSERT INTO weather_place (id, place, seen) VALUES (@id, @place, @seen) ON CONFLICT (id) DO UPDATE SET place = excluded.place, seen = excluded.seen",
            places.Select(p => new { id = p.Id.Value, place = Write(p), seen = now.ToUnixTimeMilliseconds() }).ToList(),
            cancel);
        await session.ExecuteAsync(
            "DELETE FROM weather_place WHERE id IN (SELECT id FROM weather_place ORDER BY seen DESC, id LIMIT -1 OFFSET @most)", new { most = MostPlaces }, cancel);
    }

    /// <summary>A place that the geocoder found or that is wanted; null when it is neither.</summary>
    internal async Task<Place?> PlaceAsync(ArchiveSession session, PlaceId id, CancellationToken cancel) =>
        await session.FirstAsync<string>(
            "SELECT place FROM weather_place WHERE id = @id UNION ALL SELECT place FROM weather_forecast WHERE place_id = @id LIMIT 1",
            new { id = id.Value },
            cancel) is { } json ? Parse<Place>(json) : null;

    private async Task<List<KeptForecast>> KeptAsync(ArchiveSession session, IReadOnlyList<ForecastRow> rows, CancellationToken cancel)
    {
        var unread = rows.Where(r => r.Stored > 0 && !(_read.TryGetValue(r.Id, out var read) && read.Stored == r.Stored)).Select(r => r.Id).ToList();
        if (unread.Count > 0)
        {
            var bodies = await session.QueryAsync<BodyRow>(
                "SELECT place_id AS id, stored, forecast FROM weather_forecast WHERE place_id IN @unread", new { unread }, cancel);
            foreach (var body in bodies.Where(b => b.Forecast is not null))
                _read[body.Id] = (body.Stored, Parse<Forecast>(body.Forecast!));
        }

        return rows.Select(r => r.ToKept(r.Stored > 0 && _read.TryGetValue(r.Id, out var read) ? read.Forecast : null)).ToList();
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);

    private static T Parse<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Json) ?? throw new ArchiveException($"A row that should hold a {typeof(T).Name} is empty.");

    private static DateTimeOffset? Moment(long? milliseconds) => milliseconds is { } m ? DateTimeOffset.FromUnixTimeMilliseconds(m) : null;

    private sealed class BodyRow
    {
        public long Id { get; init; }
        public long Stored { get; init; }
        public string? Forecast { get; init; }
    }

    private sealed class ForecastRow
    {
        public long Id { get; init; }
        public required string Place { get; init; }
        public string? Source { get; init; }
        public long Stored { get; init; }
        public long? Fetched { get; init; }
        public long? FreshUntil { get; init; }
        public string? ETag { get; init; }
        public string? LastModified { get; init; }
        public long NextDue { get; init; }
        public int Failures { get; init; }
        public string? FailureReason { get; init; }

        public KeptForecast ToKept(Forecast? forecast) => new(
            Parse<Place>(Place),
            forecast is null ? null : forecast with { Fetched = Moment(Fetched) ?? forecast.Fetched, FreshUntil = Moment(FreshUntil) ?? forecast.FreshUntil },
            Enum.TryParse<ForecastSource>(Source, out var source) ? source : null,
            ETag,
            LastModified,
            DateTimeOffset.FromUnixTimeMilliseconds(NextDue),
            Failures,
            FailureReason);
    }

    private sealed class WarningRow
    {
        public required string Area { get; init; }
        public string? Alerts { get; init; }
        public long? Read { get; init; }
        public string? ETag { get; init; }
        public string? LastModified { get; init; }
        public long NextDue { get; init; }
        public int Failures { get; init; }
        public string? FailureReason { get; init; }

        public KeptAlerts ToKept() => new(
            Area,
            Alerts is null ? null : Parse<List<WeatherAlert>>(Alerts),
            Moment(Read),
            ETag,
            LastModified,
            DateTimeOffset.FromUnixTimeMilliseconds(NextDue),
            Failures,
            FailureReason);
    }
}
