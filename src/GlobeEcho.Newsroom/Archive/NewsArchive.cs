using Microsoft.Data.Sqlite;

namespace GlobeEcho.Newsroom.Archive;

/// <summary>
/// The embedded database: one SQLite file in WAL mode. Many readers, one writer at a time.
/// Thread-safe. Every change happens in an <see cref="ArchiveSession"/> that was opened for writing
/// and is lost unless it is committed.
/// </summary>
public sealed class NewsArchive : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly string _connectionString;

    private NewsArchive(string file)
    {
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = true,
            DefaultTimeout = 30,
        }.ToString();
        File = file;
    }

    public string File { get; }

    /// <summary>Opens or creates the database in a folder and brings its tables up to date.</summary>
    /// <exception cref="ArchiveException">The file is no archive, is newer than this program or cannot be written.</exception>
    public static NewsArchive Open(string folder)
    {
        var archive = new NewsArchive(Path.Combine(folder, "globe-echo.db"));
        try
        {
            Directory.CreateDirectory(folder);
            using var connection = archive.Connect();
            Migrations.Apply(connection);
            return archive;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException($"The archive {archive.File} cannot be opened: {e.Message}", e);
        }
    }

    public Task<ArchiveSession> ReadAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(new ArchiveSession(Connect(), null, null));
    }

    /// <summary>Waits for the one place to write, then begins a transaction.</summary>
    public async Task<ArchiveSession> WriteAsync(CancellationToken cancel)
    {
        await _writer.WaitAsync(cancel);
        try
        {
            var connection = Connect();
            // Not deferred: the write lock is taken here, so that no later statement finds the file busy.
            return new ArchiveSession(connection, connection.BeginTransaction(deferred: false), _writer);
        }
        catch
        {
            _writer.Release();
            throw;
        }
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connectionString))
            SqliteConnection.ClearPool(connection);
        _writer.Dispose();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        // NORMAL loses no committed transaction when the process dies; only a power cut may lose the last ones.
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -8000;";
        command.ExecuteNonQuery();
        return connection;
    }
}
