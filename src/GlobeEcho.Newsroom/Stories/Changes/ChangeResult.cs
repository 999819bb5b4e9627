namespace GlobeEcho.Newsroom.Stories.Changes;

/// <summary>What came of asking for a change.</summary>
public abstract record ChangeResult
{
    private ChangeResult()
    {
    }

    public sealed record Made(StoryChange Change) : ChangeResult;

    /// <param name="Reason">A sentence that says what is wrong; nothing was changed.</param>
    public sealed record Refused(string Reason) : ChangeResult;
}
