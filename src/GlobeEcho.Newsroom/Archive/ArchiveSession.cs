using System.Data.Common;
using Dapper;

namespace GlobeEcho.Newsroom.Archive;

/// <summary>One use of the archive: a read, or one transaction. Not thread-safe; dispose it soon.</summary>
public sealed class ArchiveSession : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction? _transaction;
    private SemaphoreSlim? _writer;

    internal ArchiveSession(DbConnection connection, DbTransaction? transaction, SemaphoreSlim? writer)
    {
        _connection = connection;
        _transaction = transaction;
        _writer = writer;
    }

    /// <exception cref="ArchiveException">The database refused; the same for the methods below.</exception>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters, CancellationToken cancel) =>
        (await ExplainAsync(_connection.QueryAsync<T>(Command(sql, parameters, cancel)))).AsList();

    /// <summary>The first row, or the type's default.</summary>
    public Task<T?> FirstAsync<T>(string sql, object? parameters, CancellationToken cancel) =>
        ExplainAsync(_connection.QueryFirstOrDefaultAsync<T?>(Command(sql, parameters, cancel)));

    /// <summary>Returns the number of rows that changed. A list of parameters runs the statement once for each.</summary>
    public Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken cancel) =>
        ExplainAsync(_connection.ExecuteAsync(Command(sql, parameters, cancel)));

    public Task CommitAsync(CancellationToken cancel)
    {
        if (_transaction is null)
            throw new InvalidOperationException("This session was opened for reading.");
        return _transaction.CommitAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
            await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
        Interlocked.Exchange(ref _writer, null)?.Release();
    }

    private static async Task<T> ExplainAsync<T>(Task<T> work)
    {
        try
        {
            return await work;
        }
        catch (DbException e)
        {
            throw new ArchiveException($"The archive refused: {e.Message}", e);
        }
    }

    private CommandDefinition Command(string sql, object? parameters, CancellationToken cancel) =>
        new(sql, parameters, _transaction, cancellationToken: cancel);
}
