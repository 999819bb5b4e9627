using System.Globalization;

namespace GlobeEcho.Site.StoryPage;

/// <summary>Where a publisher's site says it is at home: by the country its address ends in. Most .com say nothing.</summary>
public static class PublisherCountry
{
    // Sold to the whole world for what they seem to say.
    private static readonly string[] Everybodys = ["tv", "io", "ai", "me", "co", "fm", "am", "cc", "to", "ly", "gg", "sh", "ws", "is", "eu", "su", "ag", "vc", "la", "nu", "st", "so", "sx"];

    /// <summary>In English; null where the address tells no country.</summary>
    public static string? Of(Uri address)
    {
        if (address.HostNameType != UriHostNameType.Dns)
            return null;
        var last = address.IdnHost[(address.IdnHost.LastIndexOf('.') + 1)..].ToLowerInvariant();
        if (last.Length != 2 || Everybodys.Contains(last))
            return null;
        try
        {
            return new RegionInfo(last == "uk" ? "GB" : last.ToUpperInvariant()).EnglishName;
        }
        catch (ArgumentException)
        {
            // Two letters that are no country.
            return null;
        }
    }
}
