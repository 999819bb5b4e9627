using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.BriefingPage;

/// <summary>All that an edition to take away prints.</summary>
/// <param name="Slot">Null for the world in five minutes, which is of now.</param>
/// <param name="Made">When the edition it is taken from was made up.</param>
/// <param name="Leading">Told at length, in order of rank; empty for the world in five minutes.</param>
/// <param name="Sections">The rest by section, the section of the highest story first; each has at least one story.</param>
public sealed record BriefingContent(
    BriefingSlot? Slot, DateTimeOffset Made, PaperTime Time, IReadOnlyList<BriefingStory> Leading, IReadOnlyList<(Section Section, IReadOnlyList<BriefingStory> Stories)> Sections)
{
    // Words a minute of somebody who thinks about it; silent reading of English is about 240 (M. Brysbaert, 2019).
    private const double WordsAMinute = 200;

    public IEnumerable<BriefingStory> Stories => Leading.Concat(Sections.SelectMany(s => s.Stories));

    public int Words => Stories.Sum(s => s.Words);

    public int Minutes => Math.Max(1, (int)Math.Round(Words / WordsAMinute));

    /// <summary>"Morning edition", "The world in five minutes".</summary>
    public string Name => Slot is { Kind: var kind } ? kind + " edition" : "The world in five minutes";

    /// <summary>When it closed; of the world in five minutes when its edition was made.</summary>
    public DateTimeOffset Closed => Slot?.ClosesAt(Time.TimeZone) ?? Made;

    public string Path => Slot?.Path ?? "/five-minutes";
}
