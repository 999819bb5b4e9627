using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Stories;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Digests.Model;

/// <summary>
/// Asks a model to join and shorten what was chosen, within the day's budget, which the archive keeps. It offers sentences and takes
/// claims on them; whether these are printed is the citation check's to say. One story at a time.
/// </summary>
public sealed class LanguageModel(NewsArchive archive, ModelStore store, IChatClient chat, IOptions<ModelOptions> options, DigestMeter meter, TimeProvider clock)
{
    // A server that failed twice running is left alone until the next pass.
    private const int MostFailures = 2;

    private int _asked;
    private int _failures;

    /// <summary>A new pass: what is counted by the pass begins anew.</summary>
    public void Begin() => (_asked, _failures) = (0, 0);

    /// <summary>Whether the model is to be asked about a story at all.</summary>
    public bool Wants(Story story, IReadOnlyCollection<Claim> chosen) =>
        options.Value.IsOn && chosen.Count > 1 && story.PublisherCount >= options.Value.LeastPublishers && _asked < options.Value.StoriesPerPass;

    /// <param name="chosen">Checked claims of a digest; at least one.</param>
    public async Task<ModelReading> RewriteAsync(string? language, IReadOnlyList<Claim> chosen, CancellationToken cancel)
    {
        if (_failures >= MostFailures)
            return new ModelReading.FellBack(ModelFallback.Unreachable, "The server failed before in this pass.");
        var messages = ModelPrompt.Of(language, chosen);
        var asks = ModelPrompt.Tokens(messages);
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (await UsedAsync(day, cancel) + asks + options.Value.AnswerTokens > options.Value.DailyTokens)
            return new ModelReading.FellBack(ModelFallback.Budget, "The day's tokens are used up.");
        _asked++;
        try
        {
            var answer = await chat.GetResponseAsync(messages, ModelPrompt.Options(options.Value.AnswerTokens), cancel);
            await CountAsync(day, Math.Max(answer.Usage?.TotalTokenCount ?? 0, asks + ModelPrompt.Tokens(answer.Text)), cancel);
            _failures = 0;
            return ModelAnswerParser.Parse(answer.Text, chosen);
        }
        catch (ModelException e)
        {
            // What was asked has been paid for, and perhaps an answer nobody waited for.
            await CountAsync(day, asks + (e.Reason is ModelFallback.Timeout or ModelFallback.TooLarge ? options.Value.AnswerTokens : 0), cancel);
            _failures += e.Reason is ModelFallback.Timeout or ModelFallback.Unreachable ? 1 : 0;
            return new ModelReading.FellBack(e.Reason, e.Message);
        }
    }

    private async Task<long> UsedAsync(DateOnly day, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.UsedAsync(session, day, cancel);
    }

    private async Task CountAsync(DateOnly day, long tokens, CancellationToken cancel)
    {
        meter.Asked(tokens);
        await using var session = await archive.WriteAsync(cancel);
        await store.AddAsync(session, day, tokens, cancel);
        await session.CommitAsync(cancel);
    }
}
