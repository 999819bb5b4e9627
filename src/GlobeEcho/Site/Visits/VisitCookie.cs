using System.Globalization;
using System.Security.Cryptography;
using GlobeEcho.Site.Shell;
using Microsoft.AspNetCore.DataProtection;

namespace GlobeEcho.Site.Visits;

/// <summary>
/// When a reader looked at a page last. The reader's own browser keeps it, signed and sealed by the paper; the paper keeps nothing. Looks
/// that follow each other are one visit, so that what is new stays marked while a reader goes to and fro.
/// </summary>
public sealed class VisitCookie(IDataProtectionProvider protection, PaperTime time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    // A pause that makes the next look another visit, and the longest a visit lasts.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    // A look so soon after the last one changes nothing.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);

    /// <summary>Notes this look. Returns when the reader's visit before this one ended; null on the first, or when the cookie is not ours.</summary>
    /// <param name="path">The page, and whatever lies below it, is told of the visit; no other page is.</param>
    public DateTimeOffset? Look(HttpContext context, string name, string path)
    {
        var seal = protection.CreateProtector("GlobeEcho.Visits", name, path);
        var now = DateTimeOffset.FromUnixTimeSeconds(time.Now.ToUnixTimeSeconds());
        var last = Read(seal, context.Request.Cookies[name], now);
        if (last is { } recent && now - recent.Last < Moment)
            return recent.Before;
        var visit = last is { } v && now - v.Last <= Pause && now - v.Began <= Longest ? v with { Last = now } : new Visit(last?.Last, now, now);
        var cookie = ReaderCookie.Of(context, Kept);
        cookie.Path = path;
        context.Response.Cookies.Append(name, seal.Protect(visit.ToText()), cookie);
        return visit.Before;
    }

    private static Visit? Read(IDataProtector seal, string? cookie, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(cookie))
            return null;
        try
        {
            return Visit.Of(seal.Unprotect(cookie)) is { } visit && visit.Last <= now ? visit : null;
        }
        catch (CryptographicException)
        {
            // Somebody else's words, or sealed with keys that are gone: a first visit.
            return null;
        }
    }

    private sealed record Visit(DateTimeOffset? Before, DateTimeOffset Began, DateTimeOffset Last)
    {
        public static Visit? Of(string text)
        {
            var parts = text.Split(' ').Select(p => long.TryParse(p, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var s) ? s : -1).ToArray();
            return parts is [var before, >= 0 and var began, >= 0 and var last]
                ? new Visit(before < 0 ? null : DateTimeOffset.FromUnixTimeSeconds(before), DateTimeOffset.FromUnixTimeSeconds(began), DateTimeOffset.FromUnixTimeSeconds(last))
                : null;
        }

        public string ToText() => string.Create(
            CultureInfo.InvariantCulture, $"{Before?.ToUnixTimeSeconds() ?? -1} {Began.ToUnixTimeSeconds()} {Last.ToUnixTimeSeconds()}");
    }
}
