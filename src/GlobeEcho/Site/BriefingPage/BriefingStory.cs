using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Site.BriefingPage;

/// <summary>A story as an edition to take away tells it.</summary>
/// <param name="Sentences">Of its digest, from the beginning; empty when it had none.</param>
/// <param name="Voices">The first publishers that told it, in order; not all of them.</param>
/// <param name="IsNew">It did not stand in the edition before.</param>
public sealed record BriefingStory(
    StoryId Id,
    string Headline,
    string? Language,
    Section Section,
    IReadOnlyList<string> Sentences,
    string? TextLanguage,
    IReadOnlyList<string> Voices,
    int Publishers,
    bool IsNew)
{
    /// <summary>The sentence under the headline, where the story is told at length; null for none.</summary>
    public string? Standfirst { get; init; }

    public string Path => $"/story/{Id.Value}";

    /// <summary>Of the headline, the line under it and the sentences.</summary>
    public int Words => WordsOf(Headline) + WordsOf(Standfirst ?? "") + Sentences.Sum(WordsOf);

    /// <summary>With no more sentences than fit into a number of words, but at least one, and nothing under the headline.</summary>
    public BriefingStory Short(int words, int sentences)
    {
        var taken = new List<string>();
        foreach (var sentence in Sentences.Take(sentences))
        {
            words -= WordsOf(sentence);
            if (taken.Count > 0 && words < 0)
                break;
            taken.Add(sentence);
        }

        return this with { Sentences = taken, Standfirst = null };
    }

    private static int WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
