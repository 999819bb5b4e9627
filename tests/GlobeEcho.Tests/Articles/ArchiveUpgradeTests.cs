using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using Microsoft.Data.Sqlite;

namespace GlobeEcho.Tests.Articles;

public sealed class ArchiveUpgradeTests : IDisposable
{
    private const string Migrations = "GlobeEcho.Newsroom.Archive.Migrations.";

    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-upgrade-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Article_of_an_older_archive_is_read_as_paragraphs()
    {
        await CreateOldAsync(
            """
            INSERT INTO article (publisher_id, publisher_name, address, headline, byline, arrived, text)
            VALUES (1, 'Island Post', 'https://island.example/ferry', 'The ferry sails', '[]', 1716540000000, 'The ferry left.' || char(10) || char(10) || 'A goat was aboard.')
            """);

        using var archive = NewsArchive.Open(_folder);
        await using var session = await archive.ReadAsync(TestContext.Current.CancellationToken);
        var article = Assert.Single(await new ArticleStore().UnfoldedAsync(session, 10, TestContext.Current.CancellationToken));

        Assert.Equal(["The ferry left.", "A goat was aboard."], article.Blocks.Select(b => b.Span.Of(article.Text)));
        Assert.All(article.Blocks, b => Assert.Equal(BodyBlockKind.Paragraph, b.Kind));
        Assert.Null(article.Details.Canonical);
        Assert.Empty(article.Details.Keywords);
        Assert.False(article.Details.IsPartial);
    }

    /// <summary>An archive as the program left it that did not keep blocks yet.</summary>
    private async Task CreateOldAsync(string row)
    {
        var assembly = typeof(NewsArchive).Assembly;
        var scripts = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Migrations, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .TakeWhile(n => string.CompareOrdinal(n, Migrations + "0007") < 0).ToList();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "globe-echo.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var script in scripts)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(script)!);
            await RunAsync(connection, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        await RunAsync(connection, $"PRAGMA user_version = {scripts.Count}");
        await RunAsync(connection, row);
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
