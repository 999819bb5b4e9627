using GlobeEcho.Commands.Sample;
using GlobeEcho.Newsroom.Archive;

namespace GlobeEcho.Tests.Commands;

public sealed class CrashTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-crash-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Killed_in_the_middle_of_a_pass_loses_nothing_and_doubles_nothing()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var wire = await SampleWire.StartAsync(0, cancel);
        var whole = await FinishAsync(wire, Path.Combine(_folder, "whole"));
        Assert.True(whole.Count > 20, $"The sample wire gave only {whole.Count} tellings.");

        var interrupted = 0;
        foreach (var (table, rows) in ((string, int)[])[("feed_entry", 1), ("article", 1), ("article", 25), ("telling", 1), ("digest", 1)])
        {
            var data = Path.Combine(_folder, $"killed-at-{table}-{rows}");
            using (var process = Start(wire, data))
            {
                await ReachedAsync(data, table, rows);
                await process.KillAsync();
            }

            if ((await TellingsAsync(data)).Count < whole.Count)
                interrupted++;
            Assert.Equal(whole, await FinishAsync(wire, data));
        }

        Assert.True(interrupted >= 3, $"Only {interrupted} of 5 passes were cut short: the test has lost its point.");
    }

    private static GlobeEchoProcess Start(SampleWire wire, string data)
    {
        var environment = new Dictionary<string, string>
        {
            // One page at a time, so that the kill lands in the middle.
            ["Feeds__Concurrency"] = "1",
            ["Articles__Concurrency"] = "1",
            ["Fetching__AllowedHosts__0"] = wire.Origin.Authority,
        };
        return GlobeEchoProcess.Start(environment, "pass", "--json", "--data", data, "--feeds", wire.FeedList.AbsoluteUri);
    }

    /// <summary>Runs a pass to its end and returns every telling, with what it stands beside and what was written.</summary>
    private static async Task<IReadOnlyList<string>> FinishAsync(SampleWire wire, string data)
    {
        using var process = Start(wire, data);
        var (exitCode, _, errors) = await process.EndAsync();
        Assert.True(exitCode == 0, errors);
        return await TellingsAsync(data);
    }

    private static async Task<IReadOnlyList<string>> TellingsAsync(string data)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var archive = NewsArchive.Open(data);
        await using var session = await archive.ReadAsync(cancel);
        return await session.QueryAsync<string>(
            """
            SELECT a.address || ' | ' || a.headline || ' | opened by ' ||
              (SELECT f.address FROM telling t2 JOIN article f ON f.id = t2.article_id WHERE t2.story_id = t.story_id ORDER BY t2.published, f.address LIMIT 1)
              || ' | ' || s.telling_count || ' tellings | digest ' || coalesce((SELECT d.headline FROM digest d WHERE d.story_id = s.id), 'none')
            FROM article a LEFT JOIN telling t ON t.article_id = a.id LEFT JOIN story s ON s.id = t.story_id ORDER BY a.address
            """,
            null,
            cancel);
    }

    private static async Task ReachedAsync(string data, string table, int rows)
    {
        var cancel = TestContext.Current.CancellationToken;
        while (!File.Exists(Path.Combine(data, "globe-echo.db")))
            await Task.Delay(5, cancel);
        using var archive = NewsArchive.Open(data);
        while (true)
        {
            await using var session = await archive.ReadAsync(cancel);
            if (await session.FirstAsync<int>($"SELECT count(*) FROM {table}", null, cancel) >= rows)
                return;
            await Task.Delay(2, cancel);
        }
    }
}
