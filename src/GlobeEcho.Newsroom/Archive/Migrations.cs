using Dapper;
using Microsoft.Data.Sqlite;

namespace GlobeEcho.Newsroom.Archive;

/// <summary>Numbered, append-only changes of the tables, read from the embedded <c>Migrations/*.sql</c>.</summary>
internal static class Migrations
{
    private const string Prefix = "GlobeEcho.Newsroom.Archive.Migrations.";

    public static void Apply(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var done = connection.ExecuteScalar<int>("PRAGMA user_version", transaction: transaction);
        var all = All();
        if (done > all.Count)
            throw new ArchiveException(
                $"The archive is at version {done}, newer than this program knows ({all.Count}). Use the newer program, or another data folder.");
        for (var number = done + 1; number <= all.Count; number++)
            connection.Execute(all[number - 1] + $"\nPRAGMA user_version = {number};", transaction: transaction);
        transaction.Commit();
    }

    private static List<string> All()
    {
        var assembly = typeof(Migrations).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var scripts = new List<string>();
        foreach (var name in names)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            scripts.Add(reader.ReadToEnd());
        }

        return scripts;
    }
}
