using System.Globalization;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories.Changes;
using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>What an editor may do to stories. Each change is one transaction, kept for ever, and holds against the folding.</summary>
internal sealed class StoryEditing(
    NewsArchive archive, StoryStore store, StoryChangeStore changes, StorySettling settling, TimeProvider time, ILogger logger)
{
    // What a telling's reason says after an editor moved it; what the folding had said follows.
    private const string ByHand = "an editor put it here; before that: ";

    public async Task<ChangeResult> SplitAsync(StoryId story, IReadOnlyCollection<ArticleId> leaving, string? why, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        if (await store.FindAsync(session, story, cancel) is not { } whole)
            return NoStory(story);
        var tellings = await store.TellingsAsync(session, [whole.Id], cancel);
        var gone = tellings.Where(t => leaving.Contains(t.Article)).ToList();
        if (gone.Count < leaving.Distinct().Count())
            return Refuse($"{Names(leaving.Except(gone.Select(t => t.Article)))} is no telling of story {Number(whole.Id)}. See its tellings with: globe-echo stories show {Number(whole.Id)}");
        if (gone.Count == 0 || gone.Count == tellings.Count)
            return Refuse($"A split takes some of a story's tellings and leaves some; story {Number(whole.Id)} has {Number(tellings.Count)}.");
        var into = await store.NextIdAsync(session, cancel);
        await store.SaveAsync(session, whole with { Id = into, Version = 0 }, cancel);
        await PutAsync(session, gone, into, byHand: true, cancel);
        var change = await AddAsync(session, ChangeKind.Split, byEditor: true, whole.Id, into, gone.Select(t => t.Article), [], why, cancel);
        return await SettleAsync(session, change, [whole.Id, into], cancel);
    }

    public async Task<ChangeResult> MergeAsync(StoryId from, StoryId into, string? why, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        if (await store.FindAsync(session, from, cancel) is not { } leaves)
            return NoStory(from);
        if (await store.FindAsync(session, into, cancel) is not { } keeps)
            return NoStory(into);
        if (leaves.Id == keeps.Id)
            return Refuse($"Story {Number(from)} and story {Number(into)} are one story already.");
        var change = await MergeAsync(session, leaves.Id, keeps.Id, byEditor: true, why, cancel);
        return await SettleAsync(session, change, [keeps.Id], cancel);
    }

    public async Task<ChangeResult> MoveAsync(ArticleId article, StoryId into, string? why, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        if (!(await store.StoriesOfAsync(session, [article], cancel)).TryGetValue(article, out var from))
            return Refuse($"Article {article.Value.ToString(CultureInfo.InvariantCulture)} is in no story. See the articles of a story with: globe-echo stories show STORY");
        if (await store.FindAsync(session, into, cancel) is not { } to)
            return NoStory(into);
        if (to.Id == from)
            return Refuse($"Article {article.Value.ToString(CultureInfo.InvariantCulture)} is in story {Number(from)} already.");
        var tellings = await store.TellingsAsync(session, [from], cancel);
        if (tellings.Count == 1)
        {
            var merge = await MergeAsync(session, from, to.Id, byEditor: true, why, cancel);
            return await SettleAsync(session, merge, [to.Id], cancel);
        }

        await PutAsync(session, tellings.Where(t => t.Article == article), to.Id, byHand: true, cancel);
        var change = await AddAsync(session, ChangeKind.Move, byEditor: true, from, to.Id, [article], [], why, cancel);
        return await SettleAsync(session, change, [from, to.Id], cancel);
    }

    public async Task<ChangeResult> UndoAsync(StoryChangeId id, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        if (await changes.FindAsync(session, id, cancel) is not { } change)
            return Refuse($"There is no change {Number(id)}. See them with: globe-echo stories changes");
        if (change.Undone is not null)
            return Refuse($"Change {Number(id)} was undone already.");
        var from = (await store.FindAsync(session, change.Story, cancel))!.Id;
        var into = (await store.FindAsync(session, change.Other, cancel))!.Id;
        var there = (await store.TellingsAsync(session, [into], cancel)).ToList();
        var back = there.Where(t => change.Articles.Contains(t.Article)).ToList();
        if (change.Kind == ChangeKind.Merge)
        {
            if (from == change.Story)
                return Refuse($"Story {Number(from)} is a story of its own already.");
            if (back.Count == 0 || back.Count == there.Count)
                return Refuse($"Story {Number(into)} holds {(back.Count == 0 ? "none of the tellings that came with the merge" : "nothing else any more")}: there is nothing to part.");
            await store.ReviveAsync(session, change.Story, into, change.Redirects, cancel);
            await PutAsync(session, back, change.Story, byHand: false, cancel);
        }
        else if (from == into)
        {
            return Refuse($"The two are one story already: story {Number(into)}.");
        }
        else if (change.Kind == ChangeKind.Split || back.Count == there.Count)
        {
            // What joined the new story since comes along: its address has to lead somewhere.
            await UniteAsync(session, into, from, cancel);
        }
        else if (back.Count > 0)
        {
            await PutAsync(session, back, from, byHand: false, cancel);
        }
        else
        {
            return Refuse($"Article {Names(change.Articles)} is not in story {Number(into)} any more.");
        }

        var now = time.GetUtcNow();
        await changes.MarkUndoneAsync(session, id, now, cancel);
        return await SettleAsync(session, change with { Undone = now }, [change.Story, change.Other], cancel);
    }

    /// <summary>Merges in the caller's transaction; the caller settles the story that keeps its address.</summary>
    public async Task<StoryChange> MergeAsync(ArchiveSession session, StoryId from, StoryId into, bool byEditor, string? why, CancellationToken cancel)
    {
        var redirects = await store.RedirectsAsync(session, from, cancel);
        var moved = await UniteAsync(session, from, into, cancel);
        return await AddAsync(session, ChangeKind.Merge, byEditor, from, into, moved, redirects, why, cancel);
    }

    /// <summary>Parts a story as the folding saw it, in the caller's transaction. The new story is in the archive; the caller settles both.</summary>
    public async Task PartAsync(ArchiveSession session, Parting parting, CancellationToken cancel)
    {
        var (from, into) = (new StoryId(parting.From), new StoryId(parting.NewStory));
        var articles = parting.Articles.Select(a => new ArticleId(a)).ToList();
        await store.MoveAsync(session, articles, into, parting.Reason, cancel);
        await AddAsync(session, ChangeKind.Split, byEditor: false, from, into, articles, [], parting.Reason, cancel);
    }

    /// <summary>Returns the tellings that came over.</summary>
    private async Task<IReadOnlyList<ArticleId>> UniteAsync(ArchiveSession session, StoryId from, StoryId into, CancellationToken cancel)
    {
        var tellings = await store.TellingsAsync(session, [from], cancel);
        await PutAsync(session, tellings, into, byHand: false, cancel);
        await store.MergeAsync(session, from, into, cancel);
        return tellings.Select(t => t.Article).ToList();
    }

    private async Task PutAsync(ArchiveSession session, IEnumerable<Telling> tellings, StoryId into, bool byHand, CancellationToken cancel)
    {
        foreach (var telling in tellings)
        {
            var before = telling.Reason.StartsWith(ByHand, StringComparison.Ordinal) ? telling.Reason[ByHand.Length..] : telling.Reason;
            await store.SaveAsync(session, telling with { Story = into, Joined = time.GetUtcNow(), Reason = byHand ? ByHand + before : before }, cancel);
        }
    }

    private Task<StoryChange> AddAsync(
        ArchiveSession session, ChangeKind kind, bool byEditor, StoryId story, StoryId other,
        IEnumerable<ArticleId> moved, IReadOnlyList<StoryId> redirects, string? why, CancellationToken cancel)
    {
        var words = string.IsNullOrWhiteSpace(why) ? null : why.Trim();
        return changes.AddAsync(session, new StoryChange(default, time.GetUtcNow(), kind, byEditor, story, other, moved.ToList(), redirects, words), cancel);
    }

    private async Task<ChangeResult> SettleAsync(ArchiveSession session, StoryChange change, IEnumerable<StoryId> stories, CancellationToken cancel)
    {
        var known = new Dictionary<ArticleId, Article>();
        var roots = await store.RootsAsync(session, stories.ToList(), cancel);
        foreach (var story in roots.Values.Distinct())
            await settling.SettleAsync(session, story, known, cancel);
        await session.CommitAsync(cancel);
        logger.Changed(change.Kind, change.Story.Value, change.Other.Value, change.Articles.Count, change.Undone is null ? "" : ", undone");
        return new ChangeResult.Made(change);
    }

    private static ChangeResult NoStory(StoryId story) => Refuse($"There is no story {Number(story)}. See the stories with: globe-echo stories list");

    private static ChangeResult Refuse(string reason) => new ChangeResult.Refused(reason);

    private static string Names(IEnumerable<ArticleId> wanted) => string.Join(", ", wanted.Select(a => a.Value.ToString(CultureInfo.InvariantCulture)));

    private static string Number(StoryId story) => story.Value.ToString(CultureInfo.InvariantCulture);

    private static string Number(StoryChangeId change) => change.Value.ToString(CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
