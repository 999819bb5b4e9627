using GlobeEcho.Newsroom.Editions;

namespace GlobeEcho.Site.Shell;

/// <summary>The parts of the paper by name and address.</summary>
public static class Sections
{
    public static IReadOnlyList<Section> All { get; } = Enum.GetValues<Section>();

    public static string Name(Section section) => section == Section.MiddleEast ? "Middle East" : section.ToString();

    public static string Path(Section section) => "/section/" + section.ToString().ToLowerInvariant();

    /// <summary>The section an address names, whatever its case; null when there is none.</summary>
    public static Section? Find(string name) => All.Cast<Section?>().FirstOrDefault(s => s.ToString()!.Equals(name, StringComparison.OrdinalIgnoreCase));
}
