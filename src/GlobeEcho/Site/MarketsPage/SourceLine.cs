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

    /// <param name="lastFix">The newest price it has made; null when there is none, and for sources that do not fix.</param>
    /// <param name="next">When the fix after that one is published; null when nobody knows.</param>
    public static SourceLine Of(MarketSource source, Quote? lastFix, DateTimeOffset? next, PaperTime time)
    {
        var now = time.Now;
        if (source.Trouble is { } trouble)
            return new SourceLine(source, Count.Sentence(trouble) + (source.LastHeard is { } last ? $" Last heard {Ago(now - last)}." : ""), false);
        var heard = source.LastHeard is { } moment ? "heard " + Ago(now - moment) : "not heard yet";
        return source.Kind switch
        {
            QuoteKind.DailyFix when lastFix is { } fix => new SourceLine(source, $"Last fix {Day(fix.AsOf)}{(next is { } at ? ", " + Next(at, time) : "")}; {heard}.", true),
            _ when source.LastHeard is null => new SourceLine(source, "Not heard yet.", true),
            QuoteKind.Live when now - source.LastHeard <= Talkative => new SourceLine(source, $"Connected, {heard}.", true),
            QuoteKind.Live => new SourceLine(source, $"Silent: last {heard}.", false),
            _ => new SourceLine(source, Count.Sentence(heard), true),
        };
    }

    // Announced by nobody, so the word is "expected".
    private static string Next(DateTimeOffset at, PaperTime time)
    {
        var (there, here) = (time.Local(at), time.Local(time.Now));
        var hour = time.Hour(at);
        return (there.Date - here.Date).Days switch
        {
            < 0 => $"the next was expected on {there.ToString("dddd d MMMM", CultureInfo.InvariantCulture)}",
            0 when at < time.Now => $"the next was expected at {hour}",
            0 => $"the next is expected at {hour}",
            1 => $"the next is expected tomorrow at {hour}",
            < 7 => $"the next is expected on {there.ToString("dddd", CultureInfo.InvariantCulture)} at {hour}",
            _ => $"the next is expected on {there.ToString("d MMMM", CultureInfo.InvariantCulture)}",
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
