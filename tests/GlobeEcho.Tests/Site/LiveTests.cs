using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Live;

namespace GlobeEcho.Tests.Site;

public sealed class LiveTests : IDisposable
{
    // Nothing here takes a second; this only ends a test that hangs.
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public LiveTests() => _patience.CancelAfter(TimeSpan.FromSeconds(60));

    private CancellationToken Cancel => _patience.Token;

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task Snapshot_comes_first_and_changes_follow_in_sequence()
    {
        await using var host = await LiveHost.StartAsync(Cancel);
        host.Put(1, 101);
        host.Put(2, 99.5m);
        using var reader = await host.ReadAsync(Cancel);

        var snapshot = await reader.NextAsync(Cancel);
        Assert.Equal(("snapshot", "coin1-usd 101.00 coin2-usd 99.50"), (snapshot.Kind, snapshot.Prices));
        Assert.Equal(
            ["id", "value", "price", "change", "percent", "direction", "arrow", "basis", "state", "chip", "asOf", "made"],
            snapshot.Quotes[0].EnumerateObject().Select(p => p.Name));
        for (var step = 1; step <= 3; step++)
        {
            host.Put(2, 99.5m + step);
            host.Turn();
            var change = await reader.NextAsync(Cancel);
            Assert.Equal(("quotes", snapshot.Sequence + step), (change.Kind, change.Sequence));
            Assert.EndsWith($"-{change.Sequence}", change.Id, StringComparison.Ordinal);
            Assert.Equal($"coin2-usd {99.5m + step:0.00}", change.Prices);
        }
    }

    [Fact]
    public async Task Change_carries_only_what_reads_differently()
    {
        await using var host = await LiveHost.StartAsync(Cancel);
        host.Put(1, 101);
        using var reader = await host.ReadAsync(Cancel);
        await reader.NextAsync(Cancel);

        host.Put(1, 102);
        host.Turn();
        Assert.Equal(["id", "value", "price", "change", "percent"], (await reader.NextAsync(Cancel)).Quotes[0].EnumerateObject().Select(p => p.Name));
        host.Put(1, 98);
        host.Turn();
        var fall = (await reader.NextAsync(Cancel)).Quotes[0];
        Assert.Equal(("down", "▼", "−2.00"), (fall.GetProperty("direction").GetString(), fall.GetProperty("arrow").GetString(), fall.GetProperty("change").GetString()));
    }

    [Fact]
    public async Task Ten_updates_within_a_turn_are_one_frame_with_the_last()
    {
        await using var host = await LiveHost.StartAsync(Cancel);
        host.Put(1, 100);
        using var reader = await host.ReadAsync(Cancel);
        var before = await reader.NextAsync(Cancel);

        for (var i = 1; i <= 10; i++)
            host.Put(1, 100 + i);
        host.Turn();
        host.Put(1, 200);
        host.Turn();

        Assert.Equal((before.Sequence + 1, "coin1-usd 110.00"), await SequenceAndPrices());
        Assert.Equal((before.Sequence + 2, "coin1-usd 200.00"), await SequenceAndPrices());

        async Task<(long, string)> SequenceAndPrices()
        {
            var next = await reader.NextAsync(Cancel);
            return (next.Sequence, next.Prices);
        }
    }

    [Fact]
    public async Task Frame_is_made_once_for_all_readers()
    {
        await using var host = await LiveHost.StartAsync(Cancel);
        host.Put(1, 101);
        using var first = await host.ReadAsync(Cancel);
        using var second = await host.ReadAsync(Cancel);

        Assert.Equal((await first.NextAsync(Cancel)).Text, (await second.NextAsync(Cancel)).Text);
        host.Put(1, 102);
        host.Turn();
        var change = await first.NextAsync(Cancel);
        Assert.Equal(change.Text, (await second.NextAsync(Cancel)).Text);
        Assert.Same(host.Tape.Snapshot(), host.Tape.Snapshot());
        var before = $"{change.Id.Split('-')[0]}-{change.Sequence - 1}";
        Assert.Same(Assert.Single(host.Tape.From(before, out _)), Assert.Single(host.Tape.From(before, out _)));
    }

    [Fact]
    public async Task Reader_who_comes_back_in_time_goes_on_where_it_was()
    {
        await using var host = await LiveHost.StartAsync(Cancel);
        host.Put(1, 101);
        using var other = await host.ReadAsync(Cancel);
        string last;
        using (var reader = await host.ReadAsync(Cancel))
            last = (await reader.NextAsync(Cancel)).Id;
        host.Put(1, 102);
        host.Turn();
        host.Put(2, 50);
        host.Turn();

        using var back = await host.ReadAsync(Cancel, last);
        Assert.Equal("coin1-usd 102.00", (await back.NextAsync(Cancel)).Prices);
        var newest = await back.NextAsync(Cancel);
        Assert.Equal(("quotes", "coin2-usd 50.00"), (newest.Kind, newest.Prices));

        using var idle = await host.ReadAsync(Cancel, newest.Id);
        host.Put(1, 103);
        host.Turn();
        Assert.Equal("coin1-usd 103.00", (await idle.NextAsync(Cancel)).Prices);
    }

    [Theory]
    [InlineData("another-1")]
    [InlineData("SAME-0")]
    [InlineData("SAME-100000")]
    [InlineData("SAME--1")]
    [InlineData("")]
    public async Task Reader_whose_place_is_not_known_begins_with_a_snapshot(string id)
    {
        await using var host = await LiveHost.StartAsync(Cancel);
        using var other = await host.ReadAsync(Cancel);
        var name = (await other.NextAsync(Cancel)).Id.Split('-')[0];
        for (var i = 0; i <= QuoteTape.Kept; i++)
        {
            host.Put(1, 100 + i);
            host.Turn();
        }

        using var reader = await host.ReadAsync(Cancel, id.Replace("SAME", name, StringComparison.Ordinal));
        var first = await reader.NextAsync(Cancel);
        Assert.Equal(("snapshot", host.Tape.Sequence, "coin1-usd 164.00"), (first.Kind, first.Sequence, first.Prices));
    }

    [Fact]
    public async Task State_that_changes_without_a_price_is_sent()
    {
        await using var host = await LiveHost.StartAsync(Cancel);
        host.Put(1, 101);
        using var reader = await host.ReadAsync(Cancel);
        await reader.NextAsync(Cancel);

        host.State = (QuoteState.Stale, host.Clock.GetUtcNow());
        host.Clock.Advance(QuotePump.Reprint);

        var quote = Assert.Single((await reader.NextAsync(Cancel)).Quotes);
        Assert.Equal(["id", "state", "chip"], quote.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("stale", "Stale since 18:40"), (quote.GetProperty("state").GetString(), quote.GetProperty("chip").GetString()));
    }

    [Fact]
    public async Task Silence_is_broken_by_a_comment_every_15_seconds()
    {
        await using var host = await LiveHost.StartAsync(Cancel);
        host.Put(1, 101);
        using var reader = await host.ReadAsync(Cancel);
        Assert.Equal(["retry: 3000"], await reader.BlockAsync(Cancel));
        await reader.NextAsync(Cancel);

        host.Clock.Advance(TimeSpan.FromSeconds(14));
        host.Put(1, 102);
        host.Turn();
        for (var i = 0; i < 31; i++)
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        host.Put(1, 103);
        host.Turn();

        // After a frame the silence begins anew: none at 15 s, one about 15 s and one about 30 s after it.
        Assert.Contains("event: quotes", (await reader.BlockAsync(Cancel))!);
        Assert.Equal([":"], await reader.BlockAsync(Cancel));
        Assert.Equal([":"], await reader.BlockAsync(Cancel));
        Assert.Contains("event: quotes", (await reader.BlockAsync(Cancel))!);
    }

    [Fact]
    public async Task Reader_who_does_not_read_gets_a_snapshot_later_and_no_queue()
    {
        // Within the half minute after which it would be cut off.
        const int Turns = 100;
        await using var host = await LiveHost.StartAsync(Cancel, instruments: 130);
        using var slow = await host.AskAndIgnoreAsync(Cancel);
        await host.ReadersAsync(1, Cancel);
        using var reader = await host.ReadAsync(Cancel);
        await reader.NextAsync(Cancel);
        long sent = 0;
        for (var turn = 1; turn <= Turns; turn++)
        {
            for (var i = 1; i <= 130; i++)
                host.Put(i, 100 + turn + i);
            host.Turn();
            var frame = await reader.NextAsync(Cancel);
            Assert.Equal(turn, frame.Sequence);
            sent += frame.Text.Length;
        }

        var (text, bytes) = await ReadToAsync(slow, $"\"seq\":{Turns},");
        var events = Regex.Matches(text, "id: [0-9a-f]+-(\\d+)\nevent: (\\w+)").Select(m => (Sequence: int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), Kind: m.Groups[2].Value)).ToList();
        // What was on its way when it stopped reading, then at once the newest state: the turns between were never kept for it.
        Assert.Equal((Turns, "snapshot"), events[^1]);
        Assert.Equal(events.Select(e => e.Sequence).Distinct().Order(), events.Select(e => e.Sequence));
        Assert.InRange(events.Count, 2, Turns / 3);
        Assert.InRange(sent, 1_000_000, long.MaxValue);
        Assert.InRange(bytes, 1, 300_000);

        host.Put(1, 7);
        host.Turn();
        Assert.Contains("coin1-usd", (await ReadToAsync(slow, $"\"seq\":{Turns + 1},")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_who_takes_nothing_for_30_seconds_is_cut_off()
    {
        await using var host = await LiveHost.StartAsync(Cancel, instruments: 200);
        using var slow = await host.AskAndIgnoreAsync(Cancel);
        await host.ReadersAsync(1, Cancel);
        using var reader = await host.ReadAsync(Cancel);
        for (var turn = 1; turn <= 40; turn++)
        {
            for (var i = 1; i <= 200; i++)
                host.Put(i, 100 + turn + i);
            host.Turn();
            await reader.NextAsync(Cancel);
        }

        Assert.Equal(2, host.Pump.Readers);
        // Second by second, so that who reads is never behind for long by this clock.
        for (var second = 0; second <= QuotePump.Patience.TotalSeconds; second++)
        {
            host.Put(1, second);
            host.Clock.Advance(QuotePump.Reprint);
            await reader.NextAsync(Cancel);
        }

        // A turn that falls into another one waits for the next tick, and this clock ticks only when it is told to.
        while (host.Pump.Readers != 1)
        {
            host.Clock.Advance(QuotePump.Reprint);
            await Task.Delay(TimeSpan.FromMilliseconds(5), Cancel);
        }

        host.Put(1, 1000);
        host.Turn();
        LiveEvent last;
        do
            last = await reader.NextAsync(Cancel);
        while (last.Prices != "coin1-usd 1,000.00");
    }

    [Fact]
    public async Task Stream_ends_at_once_when_the_paper_stops()
    {
        await using var host = await LiveHost.StartAsync(Cancel);
        using var reader = await host.ReadAsync(Cancel);
        await reader.NextAsync(Cancel);

        var stopping = host.StopAsync(Cancel);

        Assert.Equal([], await RestAsync(reader));
        await stopping.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        Assert.Equal(0, host.Pump.Readers);
    }

    [Fact]
    public async Task Headers_come_at_once_and_nothing_on_the_way_keeps_or_packs_the_stream()
    {
        await using var host = await LiveHost.StartAsync(Cancel);
        // Nothing is on the board, and still the answer begins.
        using var reader = await host.ReadAsync(Cancel);

        Assert.Equal(HttpStatusCode.OK, reader.Answer.StatusCode);
        Assert.Equal("text/event-stream", reader.Answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", reader.Answer.Headers.CacheControl?.ToString());
        Assert.Equal("no", Assert.Single(reader.Answer.Headers.GetValues("X-Accel-Buffering")));
        Assert.Equal("nosniff", Assert.Single(reader.Answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Empty(reader.Answer.Content.Headers.ContentEncoding);
        Assert.Empty((await reader.NextAsync(Cancel)).Quotes);
    }

    [Fact]
    public async Task Whole_site_sends_the_stream_unpacked()
    {
        await using var site = await SiteHost.StartAsync(filled: false, Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, LiveEndpoints.Path);
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");

        using var reader = new LiveReader(await site.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel));

        Assert.Empty(reader.Answer.Content.Headers.ContentEncoding);
        Assert.Equal("snapshot", (await reader.NextAsync(Cancel)).Kind);
    }

    [Fact]
    public async Task One_reader_too_many_is_told_to_come_back()
    {
        await using var host = await LiveHost.StartAsync(Cancel, most: 2);
        using var first = await host.ReadAsync(Cancel);
        using (await host.ReadAsync(Cancel))
        using (var third = await host.ReadAsync(Cancel))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, third.Answer.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(30), third.Answer.Headers.RetryAfter?.Delta);
        }

        await host.ReadersAsync(1, Cancel);
        using var fourth = await host.ReadAsync(Cancel);
        Assert.Equal(HttpStatusCode.OK, fourth.Answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_is_made_while_nobody_listens()
    {
        await using var host = await LiveHost.StartAsync(Cancel);
        host.Put(1, 101);
        using (var reader = await host.ReadAsync(Cancel))
            await reader.NextAsync(Cancel);
        await host.ReadersAsync(0, Cancel);
        host.Clock.Advance(QuotePump.Reprint);
        var before = host.Tape.Sequence;

        host.Put(1, 102);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(before, host.Tape.Sequence);

        using var next = await host.ReadAsync(Cancel);
        Assert.Equal("coin1-usd 102.00", (await next.NextAsync(Cancel)).Prices);
    }

    private async Task<IReadOnlyList<string>> RestAsync(LiveReader reader)
    {
        var rest = new List<string>();
        while (await reader.BlockAsync(Cancel) is { } block)
            rest.AddRange(block);
        return rest;
    }

    /// <summary>Reads until a text has come; chunk sizes stay in the text and break no word that is looked for.</summary>
    private async Task<(string Text, long Bytes)> ReadToAsync(Socket socket, string end)
    {
        var text = new StringBuilder();
        var buffer = new byte[64 * 1024];
        var bytes = 0L;
        while (!text.ToString().Contains(end, StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(buffer, Cancel);
            Assert.NotEqual(0, read);
            bytes += read;
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return (text.ToString(), bytes);
    }
}
