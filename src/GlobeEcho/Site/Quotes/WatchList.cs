using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.Quotes;

/// <summary>
/// The instruments a reader keeps in sight, in the order they were chosen. The reader's own browser keeps them, in a cookie of their ids
/// parted by dots; what is in the cookie but not on the board is passed over.
/// </summary>
public static class WatchList
{
    public const int Most = 20;
    private const string Name = "watch";

    // Twenty long ids fit many times over; what is longer was not written here.
    private const int LongestCookie = 2000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public static IReadOnlyList<Instrument> Read(HttpRequest request, QuoteBoard board) => Parse(request.Cookies[Name], board);

    /// <summary>What a cookie's value names, each once, up to <see cref="Most"/>.</summary>
    public static IReadOnlyList<Instrument> Parse(string? cookie, QuoteBoard board) => string.IsNullOrEmpty(cookie) || cookie.Length > LongestCookie
        ? []
        : cookie.Split('.').Select(id => board.Instrument(new InstrumentId(id))).OfType<Instrument>().Distinct().Take(Most).ToList();

    /// <summary>The list with an instrument put on at its end, or taken off. A full list stays as it is.</summary>
    public static IReadOnlyList<Instrument> With(IReadOnlyList<Instrument> list, Instrument instrument, bool watched)
    {
        if (list.Contains(instrument) == watched || (watched && list.Count >= Most))
            return list;
        return watched ? [.. list, instrument] : list.Where(i => i != instrument).ToList();
    }

    public static void Write(HttpContext context, IReadOnlyList<Instrument> list) =>
        context.Response.Cookies.Append(Name, string.Join('.', list.Select(i => i.Id.Value)), ReaderCookie.Of(context, list.Count == 0 ? TimeSpan.Zero : Kept));
}
