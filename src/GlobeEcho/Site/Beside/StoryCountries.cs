using System.Globalization;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Site.Beside;

/// <summary>
/// The countries whose money may stand beside a story. Few stories are about a country's money, so the rule is narrow: the headline
/// names one or two countries; a country counts when the first paragraph names it as well; and that paragraph names no more than three
/// countries, else the story is about many. The dollar's and the euro's countries never count: their money prices everybody else's, and a
/// story that names one of them says nothing about it.
/// </summary>
public static class StoryCountries
{
    private const int MostInHeadline = 2;
    private const int MostInLead = 3;

    /// <summary>ISO 3166 alpha-2, in the order of the headline; empty when the story is not clearly about a country or two.</summary>
    public static IReadOnlyList<string> Of(string headline, string? lead)
    {
        if (lead is null)
            return [];
        var (named, led) = (Codes(headline), Codes(lead));
        return named.Count > MostInHeadline || led.Count > MostInLead ? [] : named.Where(led.Contains).Where(HasMoneyOfItsOwn).ToList();
    }

    private static List<string> Codes(string text) => Countries.Find(text).Select(c => c.Code).Distinct().ToList();

    private static bool HasMoneyOfItsOwn(string country) => new RegionInfo(country).ISOCurrencySymbol is not ("USD" or "EUR");
}
