using GlobeEcho.Site.Briefs;

namespace GlobeEcho.Site.FrontPage;

/// <summary>
/// About how many pixels a story takes on a page 1,440 pixels wide: how a make-up editor fits copy. The numbers are line heights and
/// characters per line as the style sheet sets them; a wrong guess costs some white paper and nothing else.
/// </summary>
public static class Depth
{
    private const int Strip = 27;
    private const int Told = 18;
    private const int Kicker = 21;
    private const int Gap = 19;

    public static int OfLead(StoryBrief story, int characters) =>
        Kicker + (story.IsLong ? Lines(story.Headline.Length, 36, 45) : Lines(story.Headline.Length, 27, 60)) + 18 + Lines(Text(story, characters), 84, 27) + 96 + 24;

    public static int OfSecond(StoryBrief story, int characters) =>
        Kicker + Lines(story.Headline.Length, 25, 30) + 6 + Lines(Text(story, characters), 43, 24) + Strip + Told + 27;

    public static int OfThird(StoryBrief story, int characters) =>
        Kicker + Lines(story.Headline.Length, 27, 27) + 3 + Lines(Text(story, characters), 46, 21) + Strip + Told + Gap;

    public static int OfItem(StoryBrief story, int characters) =>
        Lines(story.Headline.Length, 27, 27) + 3 + Lines(Text(story, characters), 46, 21) + Strip + Told + Gap;

    public static int OfLine(StoryBrief story, bool kicker) =>
        (kicker ? Kicker : 0) + Lines(story.Headline.Length, 34, 21) + Strip + Told + Gap;

    private static int Text(StoryBrief story, int characters) => Math.Max(40, story.Opening(characters).Sum(p => p.Length));

    private static int Lines(int characters, int perLine, int height) => (characters + perLine - 1) / perLine * height;
}
