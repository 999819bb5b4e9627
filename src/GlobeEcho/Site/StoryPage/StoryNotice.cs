namespace GlobeEcho.Site.StoryPage;

/// <summary>What came of a form, in words.</summary>
public sealed record StoryNotice(string Words, bool IsTrouble = false)
{
    /// <summary>By the short word in the page's address. Null when it says nothing.</summary>
    public static StoryNotice? Of(string? said) => said switch
    {
        "split" => new StoryNotice("The tellings you picked are a story of their own now: this one. The folding will not join the two again."),
        "moved" => new StoryNotice("The tellings you picked are in this story now, and stay here."),
        "merged" => new StoryNotice("The two are one story now: this one. The other address leads here."),
        "undone" => new StoryNotice("The change was taken back."),
        _ => null,
    };
}
