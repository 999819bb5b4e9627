using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Site.Echo;

namespace GlobeEcho.Site.Briefs;

/// <summary>A story as a page other than its own shows it.</summary>
/// <param name="Language">Of the headline.</param>
/// <param name="Text">The digest's paragraphs, each a list of sentences; empty while there is no digest.</param>
/// <param name="Voices">The first publishers that told it, in order; not all of them.</param>
/// <param name="State">Changes whenever anything printed here changes.</param>
public sealed record StoryBrief(
    StoryId Id,
    string Headline,
    string? Language,
    Section Section,
    IReadOnlyList<IReadOnlyList<string>> Text,
    string? TextLanguage,
    IReadOnlyList<string> Voices,
    int Publishers,
    int Tellings,
    DateTimeOffset Opened,
    DateTimeOffset Last,
    EchoLine Echo,
    string State)
{
    public const int LongHeadline = 95;

    /// <summary>Publishers and agencies that tell it independently; never above <see cref="Publishers"/>.</summary>
    public int Independent { get; init; } = Publishers;

    /// <summary>How it stands.</summary>
    public StoryPhase Phase { get; init; } = StoryPhase.Developing;

    /// <summary>What came since this reader looked last; null where nobody asked, or on a first visit.</summary>
    public BriefNews? News { get; init; }

    /// <summary>Whether the headline needs a smaller size where it is set large; publishers write up to 250 characters.</summary>
    public bool IsLong => Headline.Length > LongHeadline;

    public string Path => $"/story/{Id.Value}";

    /// <summary>
    /// Whole sentences from the beginning, as many as fit into a number of characters, but at least one.
    /// </summary>
    public IReadOnlyList<string> Opening(int characters)
    {
        var paragraphs = new List<string>();
        var left = characters;
        foreach (var paragraph in Text)
        {
            var taken = new List<string>();
            foreach (var sentence in paragraph)
            {
                if (sentence.Length > left && (paragraphs.Count > 0 || taken.Count > 0))
                {
                    left = 0;
                    break;
                }

                taken.Add(sentence);
                left -= sentence.Length;
            }

            if (taken.Count > 0)
                paragraphs.Add(string.Join(' ', taken));
            if (left <= 0)
                break;
        }

        return paragraphs;
    }
}
