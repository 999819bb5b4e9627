using System.Globalization;
using System.Text.Json;

namespace GlobeEcho.Tests.Markets;

/// <summary>Messages of our own in the shapes the exchanges document.</summary>
internal static class Messages
{
    public const string KrakenStatus =
        """{"channel":"status","type":"update","data":[{"version":"2.0.10","system":"online","api_version":"v2","connection_id":11480231}]}""";

    public const string KrakenHeartbeat = """{"channel":"heartbeat"}""";

    public static string KrakenTicker(string symbol, decimal last, decimal change, DateTimeOffset made, string type = "update") =>
        $$"""
        {"channel":"ticker","type":"{{type}}","data":[{"symbol":"{{symbol}}","bid":{{N(last - 0.1m)}},"bid_qty":0.5,"ask":{{N(last + 0.1m)}},"ask_qty":1.2,"last":{{N(last)}},"volume":1999.25,"vwap":{{N(last)}},"low":{{N(last - 100)}},"high":{{N(last + 100)}},"change":{{N(change)}},"change_pct":1.23,"timestamp":"{{T(made)}}"}]}
        """;

    public static string KrakenAccepted(string symbol) =>
        $$"""{"method":"subscribe","req_id":1,"result":{"channel":"ticker","event_trigger":"trades","snapshot":true,"symbol":"{{symbol}}"},"success":true,"time_in":"2026-03-18T12:00:00.1Z","time_out":"2026-03-18T12:00:00.2Z"}""";

    public static string KrakenRefused(string symbol) =>
        $$"""{"error":"Currency pair not supported {{symbol}}","method":"subscribe","req_id":1,"success":false,"symbol":"{{symbol}}","time_in":"2026-03-18T12:00:00.1Z","time_out":"2026-03-18T12:00:00.2Z"}""";

    public static string CoinbaseTicker(string product, decimal price, decimal open, long sequence, DateTimeOffset made) =>
        $$"""
        {"type":"ticker","sequence":{{sequence}},"product_id":"{{product}}","price":"{{N(price)}}","open_24h":"{{N(open)}}","volume_24h":"812.5","low_24h":"{{N(price - 90)}}","high_24h":"{{N(price + 90)}}","volume_30d":"20000","best_bid":"{{N(price - 0.01m)}}","best_bid_size":"0.2","best_ask":"{{N(price + 0.01m)}}","best_ask_size":"0.3","side":"buy","time":"{{T(made)}}","trade_id":991,"last_size":"0.001"}
        """;

    public static string CoinbaseHeartbeat(string product, long sequence, DateTimeOffset made) =>
        $$"""{"type":"heartbeat","sequence":{{sequence}},"last_trade_id":991,"product_id":"{{product}}","time":"{{T(made)}}"}""";

    /// <summary>The acknowledgement, with the channel under its other name.</summary>
    public static string CoinbaseAccepted(params string[] products)
    {
        var list = JsonSerializer.Serialize(products);
        return $$"""{"type":"subscriptions","channels":[{"name":"ticker_1000","product_ids":{{list}},"account_ids":null},{"name":"heartbeat","product_ids":{{list}},"account_ids":null}]}""";
    }

    private static string N(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string T(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
