namespace GlobeEcho.BrowserTests;

/// <summary>The pages every reader can reach.</summary>
public static class Pages
{
    public static TheoryData<string> All { get; } =
        [
            "/", "/story/1", "/story/9", "/section/europe", "/section/sport", "/search?q=ferry+strike", "/search", "/feeds", "/about", "/corrections", "/evening", "/morning", "/five-minutes", "/weather",
            "/weather?q=paris", "/weather/524305/murmansk", "/weather/625144/minsk", "/markets", "/markets/btc-usd", "/nowhere",
        ];
}
