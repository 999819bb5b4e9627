namespace GlobeEcho.BrowserTests;

/// <summary>The pages every reader can reach.</summary>
public static class Pages
{
    public static TheoryData<string> All { get; } =
        ["/", "/story/1", "/story/9", "/section/europe", "/section/sport", "/search?q=ferry+strike", "/search", "/feeds", "/about", "/weather", "/markets", "/markets/btc-usd", "/nowhere"];
}
