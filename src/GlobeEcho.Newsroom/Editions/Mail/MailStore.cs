using GlobeEcho.Newsroom.Archive;

namespace GlobeEcho.Newsroom.Editions.Mail;

/// <summary>Who got which edition, as rows. Owns mail.</summary>
public sealed class MailStore
{
    private const string Columns = "edition, recipient, state, attempts, next_try AS nextTry, changed, reason";

    public Task SaveAsync(ArchiveSession session, MailTry letter, CancellationToken cancel) =>
        session.ExecuteAsync(
            """
            INSERT INTO mail (edition, recipient, state, attempts, next_try, changed, reason)
            VALUES (@Edition, @Recipient, @state, @Attempts, @nextTry, @changed, @Reason)
            ON CONFLICT (edition, recipient) DO UPDATE SET state = excluded.state, attempts = excluded.attempts, next_try = excluded.next_try,
              changed = excluded.changed, reason = excluded.reason
            """,
            new
            {
                letter.Edition,
                letter.Recipient,
                state = (int)letter.State,
                letter.Attempts,
                nextTry = letter.NextTry.ToUnixTimeMilliseconds(),
                changed = letter.Changed.ToUnixTimeMilliseconds(),
                letter.Reason,
            },
            cancel);

    public async Task<IReadOnlyList<MailTry>> FindAsync(ArchiveSession session, string edition, CancellationToken cancel) =>
        (await session.QueryAsync<Row>($"SELECT {Columns} FROM mail WHERE edition = @edition ORDER BY recipient", new { edition }, cancel)).Select(r => r.ToTry()).ToList();

    /// <summary>What was done last, the newest first.</summary>
    public async Task<IReadOnlyList<MailTry>> LastAsync(ArchiveSession session, int limit, CancellationToken cancel) =>
        (await session.QueryAsync<Row>($"SELECT {Columns} FROM mail ORDER BY changed DESC, recipient LIMIT @limit", new { limit }, cancel)).Select(r => r.ToTry()).ToList();

    private sealed class Row
    {
        public required string Edition { get; init; }
        public required string Recipient { get; init; }
        public int State { get; init; }
        public int Attempts { get; init; }
        public long NextTry { get; init; }
        public long Changed { get; init; }
        public string? Reason { get; init; }

        public MailTry ToTry() => new(
            Edition, Recipient, (MailState)State, Attempts, DateTimeOffset.FromUnixTimeMilliseconds(NextTry), DateTimeOffset.FromUnixTimeMilliseconds(Changed), Reason);
    }
}
