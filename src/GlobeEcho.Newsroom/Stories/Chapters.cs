namespace GlobeEcho.Newsroom.Stories;

/// <summary>Divides a story into the days it was told on.</summary>
public static class Chapters
{
    /// <param name="tellings">With their headlines and their languages.</param>
    /// <param name="zone">Whose days are counted.</param>
    /// <param name="language">Headlines in it are preferred.</param>
    /// <returns>The first day first; days nothing was told on have no chapter.</returns>
    public static IReadOnlyList<Chapter> Of(IEnumerable<(Telling Telling, string Headline, string? Language)> tellings, TimeZoneInfo zone, string? language) =>
        tellings.OrderBy(t => t.Telling.Published).ThenBy(t => t.Telling.Article.Value)
            .GroupBy(t => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(t.Telling.Published, zone).DateTime))
            .Select(day =>
            {
                var all = day.ToList();
                // What only repeats another says nothing new of the day, unless there is nothing else.
                var own = all.Where(t => t.Telling.Echo is null).ToList();
                var told = own.Count > 0 ? own : all;
                var best = HeadlineChoice.Order(told.Select(t => (t.Headline, t.Language)).ToList(), language).FirstOrDefault();
                return new Chapter(
                    day.Key, told[best].Telling.Article, all.Select(t => t.Telling.Article).ToList(), Voices.Count(all.Select(t => t.Telling).ToList()));
            })
            .OrderBy(c => c.Day).ToList();
}
