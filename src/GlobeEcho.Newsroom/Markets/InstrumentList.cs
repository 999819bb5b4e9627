using System.Globalization;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>Every instrument the paper knows, in the order of the page. A board has those that some source in use can price.</summary>
public static class InstrumentList
{
    // Group | symbol | unit | decimals | base | scale | name
    private const string Table = """
        Currencies|EUR/USD|USD|4|EUR|1|Euro in US dollars
        Currencies|EUR/GBP|GBP|4|EUR|1|Euro in pounds sterling
        Currencies|EUR/JPY|JPY|2|EUR|1|Euro in Japanese yen
        Currencies|EUR/CHF|CHF|4|EUR|1|Euro in Swiss francs
        Currencies|EUR/CNY|CNY|4|EUR|1|Euro in Chinese yuan
        Currencies|EUR/INR|INR|3|EUR|1|Euro in Indian rupees
        Currencies|EUR/PLN|PLN|4|EUR|1|Euro in Polish zloty
        Currencies|USD/BYN|BYN|4|USD|1|US dollar in Belarusian roubles
        Currencies|EUR/BYN|BYN|4|EUR|1|Euro in Belarusian roubles
        Currencies|RUB/BYN|BYN|4|RUB|100|Russian rouble in Belarusian roubles
        Currencies|CNY/BYN|BYN|4|CNY|10|Chinese yuan in Belarusian roubles
        Currencies|PLN/BYN|BYN|4|PLN|10|Polish zloty in Belarusian roubles
        Currencies|UAH/BYN|BYN|4|UAH|100|Ukrainian hryvnia in Belarusian roubles
        Currencies|KZT/BYN|BYN|4|KZT|1000|Kazakh tenge in Belarusian roubles
        Currencies|EUR/SEK|SEK|4|EUR|1|Euro in Swedish kronor
        Currencies|EUR/NOK|NOK|4|EUR|1|Euro in Norwegian kroner
        Currencies|EUR/DKK|DKK|4|EUR|1|Euro in Danish kroner
        Currencies|EUR/CZK|CZK|3|EUR|1|Euro in Czech koruny
        Currencies|EUR/HUF|HUF|2|EUR|1|Euro in Hungarian forints
        Currencies|EUR/RON|RON|4|EUR|1|Euro in Romanian lei
        Currencies|EUR/TRY|TRY|4|EUR|1|Euro in Turkish lira
        Currencies|EUR/AUD|AUD|4|EUR|1|Euro in Australian dollars
        Currencies|EUR/CAD|CAD|4|EUR|1|Euro in Canadian dollars
        Currencies|EUR/NZD|NZD|4|EUR|1|Euro in New Zealand dollars
        Currencies|EUR/BRL|BRL|4|EUR|1|Euro in Brazilian reais
        Currencies|EUR/MXN|MXN|4|EUR|1|Euro in Mexican pesos
        Currencies|EUR/ZAR|ZAR|4|EUR|1|Euro in South African rand
        Currencies|EUR/KRW|KRW|2|EUR|1|Euro in South Korean won
        Currencies|EUR/HKD|HKD|4|EUR|1|Euro in Hong Kong dollars
        Currencies|EUR/SGD|SGD|4|EUR|1|Euro in Singapore dollars
        Currencies|EUR/IDR|IDR|2|EUR|1|Euro in Indonesian rupiah
        Currencies|EUR/MYR|MYR|4|EUR|1|Euro in Malaysian ringgit
        Currencies|EUR/PHP|PHP|3|EUR|1|Euro in Philippine pesos
        Currencies|EUR/THB|THB|3|EUR|1|Euro in Thai baht
        Currencies|EUR/ILS|ILS|4|EUR|1|Euro in Israeli shekels
        Currencies|EUR/ISK|ISK|2|EUR|1|Euro in Icelandic kronur
        Crypto|BTC/USD|USD|2|BTC|1|Bitcoin in US dollars
        Crypto|ETH/USD|USD|2|ETH|1|Ether in US dollars
        Crypto|SOL/USD|USD|2|SOL|1|Solana in US dollars
        Crypto|XRP/USD|USD|4|XRP|1|XRP in US dollars
        Crypto|ADA/USD|USD|4|ADA|1|Cardano in US dollars
        Crypto|DOGE/USD|USD|5|DOGE|1|Dogecoin in US dollars
        Crypto|LTC/USD|USD|2|LTC|1|Litecoin in US dollars
        Crypto|DOT/USD|USD|4|DOT|1|Polkadot in US dollars
        Crypto|LINK/USD|USD|4|LINK|1|Chainlink in US dollars
        Crypto|AVAX/USD|USD|3|AVAX|1|Avalanche in US dollars
        Crypto|BCH/USD|USD|2|BCH|1|Bitcoin Cash in US dollars
        Crypto|XLM/USD|USD|5|XLM|1|Stellar in US dollars
        Crypto|BTC/EUR|EUR|2|BTC|1|Bitcoin in euros
        Crypto|ETH/EUR|EUR|2|ETH|1|Ether in euros
        Indices|S&P 500|pt|2||1|500 large companies of the United States
        Indices|Nasdaq|pt|2||1|Companies listed on Nasdaq
        Indices|Dow Jones|pt|2||1|30 large companies of the United States
        Indices|FTSE 100|pt|2||1|100 large companies listed in London
        Indices|DAX|pt|2||1|40 large companies of Germany
        Indices|CAC 40|pt|2||1|40 large companies of France
        Indices|Euro Stoxx 50|pt|2||1|50 large companies of the euro area
        Indices|Nikkei 225|pt|2||1|225 large companies of Japan
        Indices|Hang Seng|pt|2||1|Large companies listed in Hong Kong
        Commodities|Gold|USD|2||1|Gold future, a troy ounce
        Commodities|Silver|USD|3||1|Silver future, a troy ounce
        Commodities|Brent|USD|2||1|Brent crude oil future, a barrel
        Commodities|WTI|USD|2||1|West Texas crude oil future, a barrel
        Commodities|Natural gas|USD|3||1|Natural gas future, a million British thermal units
        Commodities|Copper|USD|4||1|Copper future, a pound
        Yields|US 3M|%|2||1|US Treasury par yield, 3 months
        Yields|US 2Y|%|2||1|US Treasury par yield, 2 years
        Yields|US 5Y|%|2||1|US Treasury par yield, 5 years
        Yields|US 10Y|%|2||1|US Treasury par yield, 10 years
        Yields|US 30Y|%|2||1|US Treasury par yield, 30 years
        Shares|AAPL|USD|2||1|Apple
        Shares|MSFT|USD|2||1|Microsoft
        Shares|NVDA|USD|2||1|Nvidia
        Shares|AMZN|USD|2||1|Amazon
        Shares|GOOGL|USD|2||1|Alphabet
        Shares|META|USD|2||1|Meta Platforms
        Shares|TSLA|USD|2||1|Tesla
        Shares|JPM|USD|2||1|JPMorgan Chase
        """;

    public static IReadOnlyList<Instrument> All { get; } =
        Table.Split('\n').Select(row => row.Trim().Split('|')).Select(c => new Instrument(
            IdOf(c[1]),
            c[1],
            c[6],
            Enum.Parse<InstrumentGroup>(c[0]),
            c[2],
            int.Parse(c[3], CultureInfo.InvariantCulture),
            c[4].Length == 0 ? null : c[4],
            int.Parse(c[5], CultureInfo.InvariantCulture))).ToList();

    /// <summary>"btc-usd" of "BTC/USD" or "BTC-USD", "s-p-500" of "S&amp;P 500".</summary>
    public static InstrumentId IdOf(string symbol) => new(new string(symbol.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-').ToArray()));

    /// <summary>Those that one of these sources prices, in the order of the page.</summary>
    public static IReadOnlyList<Instrument> PricedBy(IEnumerable<IQuoteStream> streams, IEnumerable<IFixClient> clients)
    {
        var priced = streams.Where(s => s.IsOn).SelectMany(s => s.Instruments).Concat(clients.Where(c => c.IsOn).SelectMany(c => c.Instruments)).ToHashSet();
        return All.Where(i => priced.Contains(i.Id)).ToList();
    }
}
