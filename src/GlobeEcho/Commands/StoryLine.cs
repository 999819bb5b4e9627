using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Echoes;

namespace GlobeEcho.Commands;

/// <summary>A story as the commands write it for machines.</summary>
/// <param name="Voices">Publishers and agencies that tell it independently.</param>
internal sealed record StoryLine(
    long Story, string Headline, string? Language, StoryPhase Phase, DateTimeOffset Opened, DateTimeOffset LastTelling, int Tellings, int Publishers, int Voices)
{
    public static StoryLine Of(Story story, StoryPhase phase) => new(
        story.Id.Value, story.Headline, story.Language, phase, story.Opened, story.LastTelling, story.TellingCount, story.PublisherCount, story.VoiceCount);

    /// <summary>One telling of it.</summary>
    /// <param name="EchoOf">The article it repeats; null when it is an independent text.</param>
    internal sealed record TellingLine(
        long Article, string Publisher, string Headline, Uri Address, DateTimeOffset Published, double Likeness, string Reason, string? Agency,
        long? EchoOf, EchoKind? Echo, double? Share)
    {
        public static TellingLine Of(Telling telling, Article article) => new(
            article.Id.Value, article.PublisherName, article.Headline, article.Address, telling.Published, telling.Likeness, telling.Reason, telling.Agency,
            telling.Echo?.Of.Value, telling.Echo?.Kind, telling.Echo?.Share);
    }
}
