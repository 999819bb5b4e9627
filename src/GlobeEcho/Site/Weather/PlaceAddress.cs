using System.Globalization;
using System.Text;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Site.Weather;

/// <summary>The one address of a place's weather: "/weather/625144/minsk".</summary>
public static class PlaceAddress
{
    public static string Of(Place place)
    {
        var number = place.Id.Value.ToString(CultureInfo.InvariantCulture);
        return Slug(place.Name) is { Length: > 0 } slug ? $"/weather/{number}/{slug}" : $"/weather/{number}";
    }

    /// <summary>"sao-paulo"; empty when the name holds no Latin letter.</summary>
    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var word in Words.Spans(name))
        {
            var letters = string.Concat(Words.Fold(word.Of(name)).Where(char.IsAsciiLetterOrDigit));
            if (letters.Length > 0)
                slug.Append(slug.Length > 0 ? "-" : "").Append(letters);
        }

        return slug.ToString();
    }
}
