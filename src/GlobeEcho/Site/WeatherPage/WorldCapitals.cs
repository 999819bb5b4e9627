using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Site.WeatherPage;

/// <summary>The capitals every reader is shown: spread over the world, each with many readers or much news.</summary>
public static class WorldCapitals
{
    private static readonly (string Region, string Countries)[] Chosen =
    [
        ("Europe", "GB FR DE ES IT PL UA BY RU"),
        ("Middle East", "TR IL IR SA"),
        ("Africa", "EG NG ET KE ZA"),
        ("Asia", "IN CN JP KR ID"),
        ("Pacific", "AU NZ"),
        ("Americas", "US CA MX BR AR"),
    ];

    public static IReadOnlyList<(string Region, IReadOnlyList<Place> Places)> All { get; } =
        Chosen.Select(c => (c.Region, (IReadOnlyList<Place>)c.Countries.Split(' ').Select(Gazetteer.CapitalOf).OfType<Place>().ToList())).ToList();
}
