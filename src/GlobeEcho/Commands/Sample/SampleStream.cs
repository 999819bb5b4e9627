using System.Net.WebSockets;
using System.Text.Json;

namespace GlobeEcho.Commands.Sample;

/// <summary>
/// Speaks as Kraken's ticker stream does: acknowledgements, a snapshot, then a price every moment, and a heartbeat when there is none.
/// The prices begin near those of 24 May 2024 and walk within that day's range; nobody traded them.
/// </summary>
internal sealed class SampleStream(TimeProvider clock, IHostApplicationLifetime life)
{
    // Symbol, price in the evening of 24 May 2024, price a day earlier, the day's lowest and highest, digits.
    private static readonly Dictionary<string, Day> Days = new[]
    {
        new Day("BTC/USD", 68_650.2m, 67_310.0m, 66_620.4m, 69_220.0m, 1),
        new Day("ETH/USD", 3_728.35m, 3_786.10m, 3_626.00m, 3_829.90m, 2),
        new Day("SOL/USD", 168.42m, 172.80m, 163.51m, 174.25m, 2),
        new Day("XRP/USD", 0.53614m, 0.52530m, 0.51972m, 0.54110m, 5),
        new Day("ADA/USD", 0.460812m, 0.470150m, 0.449700m, 0.473900m, 6),
        new Day("DOGE/USD", 0.1610245m, 0.1588200m, 0.1539000m, 0.1672000m, 7),
        new Day("LTC/USD", 83.94m, 85.20m, 82.07m, 85.78m, 2),
        new Day("DOT/USD", 7.2314m, 7.1020m, 6.9555m, 7.3750m, 4),
        new Day("LINK/USD", 16.8214m, 16.6230m, 16.0210m, 17.2010m, 4),
        new Day("AVAX/USD", 37.12m, 37.84m, 35.90m, 38.61m, 2),
        new Day("BCH/USD", 484.51m, 489.33m, 473.20m, 494.88m, 2),
        new Day("XLM/USD", 0.109215m, 0.108120m, 0.106330m, 0.110460m, 6),
        new Day("BTC/EUR", 63_298.0m, 62_240.5m, 61_590.0m, 63_820.0m, 1),
        new Day("ETH/EUR", 3_437.80m, 3_500.25m, 3_352.10m, 3_540.60m, 2),
    }.ToDictionary(d => d.Symbol);

    public async Task ServeAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        try
        {
            await SendAsync(socket, new { channel = "status", type = "update", data = new[] { new { version = "2.0.0", system = "online", api_version = "v2" } } }, stop.Token);
            var symbols = (await AskedAsync(socket, stop.Token)).Where(Days.ContainsKey).ToList();
            foreach (var symbol in symbols)
                await SendAsync(socket, new { method = "subscribe", result = new { channel = "ticker", event_trigger = "trades", snapshot = true, symbol }, success = true }, stop.Token);
            await WalkAsync(socket, symbols, stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The paper went away, or this wire does: nobody is left to tell.
            socket.Abort();
        }
    }

    /// <summary>A walk that is the same in every run: prices step by a few hundredths of a per cent and are pulled back to where they began.</summary>
    private async Task WalkAsync(WebSocket socket, List<string> symbols, CancellationToken cancel)
    {
        // Not for chance but for a script: the seed never changes.
        var dice = new Random(20240524);
        var prices = symbols.ToDictionary(s => s, s => Days[s].Price);
        foreach (var symbol in symbols)
            await SendAsync(socket, Ticker(Days[symbol], prices[symbol], "snapshot"), cancel);
        for (var turn = 0; ; turn++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(350), cancel);
            if (symbols.Count == 0 || turn % 40 == 39)
            {
                await SendAsync(socket, new { channel = "heartbeat" }, cancel);
                continue;
            }

            // The first symbols are traded most.
            var day = Days[symbols[(int)(symbols.Count * Math.Pow(dice.NextDouble(), 2))]];
            var pull = (day.Price - prices[day.Symbol]) / day.Price * 0.02m;
            var step = ((decimal)dice.NextDouble() - 0.5m) * 0.0006m;
            var price = Math.Round(Math.Clamp(prices[day.Symbol] * (1 + step + pull), day.Low, day.High), day.Digits);
            prices[day.Symbol] = price;
            await SendAsync(socket, Ticker(day, price, "update"), cancel);
        }
    }

    private object Ticker(Day day, decimal price, string type)
    {
        var tick = (decimal)Math.Pow(10, -day.Digits);
        return new
        {
            channel = "ticker",
            type,
            data = new[]
            {
                new
                {
                    symbol = day.Symbol, bid = price - tick, ask = price + tick, last = price, low = day.Low, high = day.High,
                    change = price - day.Before, change_pct = Math.Round((price - day.Before) / day.Before * 100, 2), timestamp = clock.GetUtcNow(),
                },
            },
        };
    }

    /// <summary>The symbols of the first message that subscribes to the ticker; none when it asks for something else.</summary>
    private static async Task<IReadOnlyList<string>> AskedAsync(WebSocket socket, CancellationToken cancel)
    {
        var buffer = new byte[16_384];
        var message = await socket.ReceiveAsync(buffer.AsMemory(), cancel);
        using var json = JsonDocument.Parse(buffer.AsMemory(0, message.Count));
        return json.RootElement.GetProperty("params").GetProperty("symbol").EnumerateArray().Select(s => s.GetString() ?? "").ToList();
    }

    private static Task SendAsync(WebSocket socket, object message, CancellationToken cancel) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, cancel);

    private sealed record Day(string Symbol, decimal Price, decimal Before, decimal Low, decimal High, int Digits);
}
