using System.Globalization;
using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.MarketsPage;

/// <summary>One source of prices and how it is doing, in plain words.</summary>
/// <param name="Well">False when something is wrong now, or when who talks all the time is silent.</param>
public sealed record SourceLine(MarketSource Source, string State, bool Well)
{
    // Who trades live is heard at least this often; longer silence is said.
    private static readonly TimeSpan Talkative = TimeSpan.FromMinutes(1);

    /// <param name="lastFix">The day of the newest price it has made; null when there is none, and for sources that do not fix.</param>
    public static SourceLine Of(MarketSource source, DateTimeOffset? lastFix, DateTimeOffset now)
    {
        if (source.Trouble is { } trouble)
            return new SourceLine(source, Count.Sentence(trouble) + (source.LastHeard is { } last ? $" Last heard {Ago(now - last)}." : ""), false);
        if (source.LastHeard is not { } heard)
            return new SourceLine(source, "Not heard yet.", true);
        return source.Kind switch
        {
            QuoteKind.Live when now - heard <= Talkative => new SourceLine(source, $"Connected, heard {Ago(now - heard)}.", true),
            QuoteKind.Live => new SourceLine(source, $"Silent: last heard {Ago(now - heard)}.", false),
            QuoteKind.DailyFix when lastFix is { } fix => new SourceLine(source, $"Last fix {Day(fix)}, {Next(fix, now)}; heard {Ago(now - heard)}.", true),
            _ => new SourceLine(source, $"Heard {Ago(now - heard)}.", true),
        };
    }

    // No source says when it fixes next. All fix on working days; a holiday is not foreseen, so the word is "expected".
    private static string Next(DateTimeOffset fix, DateTimeOffset now)
    {
        var next = fix.UtcDateTime.Date.AddDays(1);
        while (next.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            next = next.AddDays(1);
        var days = (next - now.UtcDateTime.Date).Days;
        return days switch
        {
            < 0 => $"the next was expected on {next.ToString("dddd d MMMM", CultureInfo.InvariantCulture)}",
            0 => "the next is expected today",
            1 => "the next is expected tomorrow",
            _ => $"the next is expected on {next.ToString("dddd", CultureInfo.InvariantCulture)}",
        };
    }

    private static string Day(DateTimeOffset fix) => fix.UtcDateTime.ToString("d MMMM", CultureInfo.InvariantCulture);

    private static string Ago(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => "just now",
        { TotalMinutes: < 1 } => $"{(int)span.TotalSeconds}\u00A0s ago",
        { TotalHours: < 1 } => Count.Of((int)span.TotalMinutes, "minute") + " ago",
        { TotalDays: < 1 } => Count.Of((int)span.TotalHours, "hour") + " ago",
        { TotalDays: < 731 } => Count.Of((int)span.TotalDays, "day") + " ago",
        _ => Count.Of((int)(span.TotalDays / 365.25), "year") + " ago",
    };
}
